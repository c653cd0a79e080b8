"use client";

import { useQueryClient } from "@tanstack/react-query";
import { mentionsIn } from "@/components/composer/words";
import { useT } from "@/components/i18n/context";
import { keepWords, useKept } from "./kept-text";
import { useNote } from "./queries";
import type { FormProps } from "./reply-form";
import { placeOf, sentFrom } from "./saved-writing";
import { WriteForm } from "./write-form";

/** A note for people at the desk; `@` calls one of them. */
export function NoteForm({ ticket, saved, focus, onDone }: FormProps) {
  const t = useT();
  const place = placeOf(ticket.id, "note");
  const words = useKept(place);
  const client = useQueryClient();
  const note = useNote(ticket.id);
  const send = () => {
    const { text, html } = words;
    saved.sending(true);
    const added = () => {
      sentFrom(client, ticket.id, "note");
      onDone();
    };
    // Also when the ticket was left meanwhile. The form shows what was refused.
    void note
      .mutateAsync({ ticketId: ticket.id, text, html, mentions: mentionsIn(html) })
      .then(added, () => saved.sending(false));
  };
  return (
    <WriteForm
      ticket={ticket}
      label={t("Internal note")}
      hint={t("Only people at the desk see this… @ calls one of them")}
      note
      words={words}
      onWords={(next) => keepWords(place, next)}
      saved={saved}
      send={send}
      busy={note.isPending}
      error={note.error}
      action={t("Add note")}
      focus={focus}
    />
  );
}
