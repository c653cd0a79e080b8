"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { RecordSheet } from "@/components/record/record-sheet";
import { Button } from "@/components/ui/button";
import type { AttemptView } from "@/lib/review/model";
import { unsupportedWords } from "./attempt-words";

/** Names under which the desk drafts without a language model. */
const OWN_CORE = /^(?:deskhand-|extractive$)/;

type Props = { ticket: { id: string; number: number }; attempt: AttemptView; id: string };

/** Why the desk was as sure as it was: its parts, what it left out, and what decided. */
export function WhyScore({ ticket, attempt, id }: Props) {
  const t = useT();
  const [record, setRecord] = useState(false);
  const unsupported = unsupportedWords(attempt, t);
  return (
    <section id={id} aria-label={t("Why this score")} className="border-t px-3 py-2.5 text-soft">
      <p className="text-ink">{t.stored(attempt.decisionReason)}</p>
      {unsupported ? <p className="mt-1 text-held">{unsupported}</p> : null}
      {attempt.parts.length > 0 ? (
        <ul className="mt-2 grid list-disc grid-cols-1 gap-x-6 gap-y-1 pl-4 sm:grid-cols-2">
          {attempt.parts.map((part) => (
            <li key={part.name}>{t.stored(part.words)}</li>
          ))}
        </ul>
      ) : null}
      {attempt.leftOut.length > 0 ? (
        <p className="mt-2">
          {t("Left out, because already tried: {{steps}}.", { steps: attempt.leftOut.join("; ") })}
        </p>
      ) : null}
      <p className="mt-1 flex flex-wrap items-center gap-x-1 text-faint text-xs">
        {OWN_CORE.test(attempt.model)
          ? t("Drafted by the desk itself, from its own articles and answers.")
          : t("Drafted by {{model}}.", { model: attempt.model })}
        <Button kind="quiet" className="text-accent" onClick={() => setRecord(true)}>
          {t("What did it know?")}
        </Button>
      </p>
      <RecordSheet
        ticketId={ticket.id}
        number={ticket.number}
        open={record}
        onOpenChange={setRecord}
      />
    </section>
  );
}
