"use client";

import { useId, useState } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { ariaKey, useKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { AgainText, takesPlace, useDraftAgain } from "@/components/llm/ticket/draft-again";
import { ModelPart } from "@/components/llm/ticket/model-part";
import { ConfidenceBadge } from "@/components/queue/confidence-badge";
import { Button } from "@/components/ui/button";
import type { TicketView } from "@/lib/inbox/model";
import type { AttemptView } from "@/lib/review/model";
import { attemptTitle, isOpen, sourceWords } from "./attempt-words";
import { DraftActions } from "./draft-actions";
import { DraftEditor } from "./draft-editor";
import { DraftText } from "./draft-text";
import { useKeptText } from "./kept-text";
import { useSavedWriting } from "./saved-writing";
import { SettledMeanwhile } from "./settled-meanwhile";
import { WhyScore } from "./why-score";

type Props = {
  ticket: TicketView;
  attempt: AttemptView;
  onReply: () => void;
  onNote: () => void;
};

/** The desk's own reply: what it says and from where, how sure it is, and what to do with it. */
export function DraftPanel({ ticket, attempt, onReply, onNote }: Props) {
  const t = useT();
  const open = isOpen(attempt);
  const [why, setWhy] = useState(false);
  const saved = useSavedWriting(ticket.id, `draft.${attempt.id}`);
  const [editing, setEditing] = useEditing(attempt.id);
  const again = useDraftAgain(ticket.id);
  const whyId = useId();
  const toggleWhy = () => setWhy(!why);
  useKey("v", toggleWhy);
  return (
    <section
      aria-label={t("Drafted reply")}
      className="rounded-[10px] border bg-panel shadow-lift max-sm:rounded-none max-sm:border-x-0"
    >
      <PanelHead attempt={attempt} why={why} whyId={whyId} onWhy={toggleWhy} />
      {open || why ? (
        <div className="border-t p-3">
          {open && editing ? (
            <DraftEditor
              ticketId={ticket.id}
              attempt={attempt}
              saved={saved}
              onWrite={() => setEditing(true)}
              onClose={() => setEditing(false)}
              onDone={() => setEditing(null)}
            />
          ) : (
            <>
              <AgainText again={again} />
              {takesPlace(again) ? null : <DraftBody attempt={attempt} />}
            </>
          )}
        </div>
      ) : null}
      {why ? (
        <WhyScore ticket={ticket} attempt={attempt} id={whyId} />
      ) : (
        <ClosedWhy attempt={attempt} open={open} />
      )}
      <ModelPart ticketId={ticket.id} attempt={attempt} />
      {open ? null : <SettledMeanwhile ticket={ticket} attempt={attempt} onReply={onReply} />}
      {open && !editing ? (
        <DraftActions
          ticket={ticket}
          attempt={attempt}
          again={again}
          onEdit={() => setEditing(true)}
          onReply={onReply}
          onNote={onNote}
        />
      ) : null}
    </section>
  );
}

type HeadProps = { attempt: AttemptView; why: boolean; whyId: string; onWhy: () => void };

function PanelHead({ attempt, why, whyId, onWhy }: HeadProps) {
  const t = useT();
  return (
    <header className="flex min-h-9.5 flex-wrap items-center gap-x-2.5 gap-y-1 px-3 py-1">
      <h2 className="shrink-0 font-semibold">{attemptTitle(attempt, t)}</h2>
      <ConfidenceBadge badge={attempt} />
      {/* Whole where there is room, else not at all. */}
      <span className="flex h-5 min-w-0 flex-1 flex-wrap overflow-hidden whitespace-nowrap text-faint before:h-5">
        {sourceWords(attempt, t)}
      </span>
      <Button
        kind="quiet"
        className="-mr-2 ml-auto"
        aria-expanded={why}
        aria-controls={whyId}
        aria-keyshortcuts={ariaKey("v")}
        onClick={onWhy}
      >
        {t("Why this score")} <KeyHint of="v" />
      </Button>
    </header>
  );
}

/** Opens by itself on what somebody has begun, or has taken back. Null: as it comes. */
function useEditing(attemptId: string) {
  const [kept] = useKeptText(`draft.${attemptId}`);
  const [chosen, choose] = useState<boolean | null>(null);
  return [chosen ?? kept !== "", choose] as const;
}

function DraftBody({ attempt }: { attempt: AttemptView }) {
  const t = useT();
  if (attempt.draft === null) {
    return (
      <p className="text-soft">
        {t("There is no draft: {{reason}}", {
          reason: lowerFirst(t.stored(attempt.decisionReason)),
        })}
      </p>
    );
  }
  return (
    <>
      {attempt.stale ? (
        <p className="mb-2 font-medium text-rev">
          {t("The customer has written since this was drafted. Read that first.")}
        </p>
      ) : null}
      <DraftText attempt={attempt} />
    </>
  );
}

/** The one reason that decided stays visible while the rest is folded. */
function ClosedWhy({ attempt, open }: { attempt: AttemptView; open: boolean }) {
  const t = useT();
  if (!open || attempt.draft === null) return null;
  return <p className="border-t px-3 py-1.5 text-soft">{t.stored(attempt.decisionReason)}</p>;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
