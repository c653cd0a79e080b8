"use client";

import Link from "next/link";
import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { PanelSection } from "@/components/ticket/panel-parts";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Skeleton } from "@/components/ui/skeleton";
import type { CustomerNotes } from "@/lib/customer/model";
import { NoteForm } from "./note-form";
import { useAddNote, useCustomerNotes } from "./queries";

/** Notes that the panel shows; the page has them all. */
const SHOWN = 2;

/** Tags and newest notes of a customer beside a ticket, and a way to add one. */
export function NotesInPanel({ id }: { id: string }) {
  const t = useT();
  const { data } = useCustomerNotes(id);
  const add = useAddNote(id);
  const [writing, setWriting] = useState(false);
  return (
    <PanelSection title={t("About the customer")}>
      {/* As high as what comes most often, so that nothing below moves. */}
      <div className="flex min-h-5 flex-col gap-1.5">
        {data ? <Known id={id} known={data} /> : <Skeleton className="w-32" />}
      </div>
      {writing ? (
        <NoteForm
          label={t("New note, for the desk only")}
          submit={t("Add note")}
          error={add.error ? messageOf(add.error, t) : undefined}
          busy={add.isPending}
          onSubmit={(text) =>
            add.mutate({ customerId: id, text }, { onSuccess: () => setWriting(false) })
          }
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button kind="quiet" className="-ml-2.5" onClick={() => setWriting(true)}>
          {t("Add a note on the customer")}
        </Button>
      )}
    </PanelSection>
  );
}

function Known({ id, known: { tags, notes } }: { id: string; known: CustomerNotes }) {
  const t = useT();
  const more = notes.length - SHOWN;
  if (tags.length === 0 && notes.length === 0)
    return <p className="text-faint">{t("No notes yet.")}</p>;
  return (
    <>
      {tags.length > 0 ? (
        <p className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </p>
      ) : null}
      {notes.slice(0, SHOWN).map((note) => (
        <p key={note.id} className="line-clamp-4 whitespace-pre-wrap wrap-anywhere" dir="auto">
          {note.text}{" "}
          <span className="text-faint text-xs">
            {note.mine ? t("you") : (note.author ?? t("somebody who has left"))},{" "}
            <Time at={note.createdAt} />
          </span>
        </p>
      ))}
      {more > 0 ? (
        <Link href={`/customers/${id}`} prefetch={false}>
          {t("{{count}} more notes", { count: more })}
        </Link>
      ) : null}
    </>
  );
}
