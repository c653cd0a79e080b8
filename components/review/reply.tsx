"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { ConfidenceBadge } from "@/components/queue/confidence-badge";
import { attemptTitle, unsupportedWords } from "@/components/ticket/attempt-words";
import { DraftText } from "@/components/ticket/draft-text";
import { useKeptText } from "@/components/ticket/kept-text";
import { MessageText } from "@/components/ticket/message-text";
import { useSavedWriting } from "@/components/ticket/saved-writing";
import { Chip } from "@/components/ui/chip";
import type { ReviewItem } from "@/lib/review/model";
import { CorrectionEditor } from "./correction-editor";
import { ReplyActions } from "./reply-actions";
import { KIND_WORDS } from "./review-words";
import { seenOf } from "./seen";
import type { Lease } from "./use-lease";
import { useVerdict } from "./use-verdict";

type Props = {
  item: ReviewItem;
  lease: Lease;
  goOn: (from: string) => void;
  goTo: (id: string) => void;
};

/** The reply with its sources, what is wrong with it, and every word that can be said of it. */
export function Reply({ item, lease, goOn, goTo }: Props) {
  const t = useT();
  const { attempt } = item;
  const verdict = useVerdict({ goOn, goTo });
  const saved = useSavedWriting(item.ticket.id, `draft.${item.id}`);
  const [kept] = useKeptText(`draft.${item.id}`);
  const [chosen, setEditing] = useState<boolean | null>(null);
  const editing = chosen ?? kept !== "";
  const free = lease.state === "mine" || lease.state === "asking";
  const unsupported = unsupportedWords(attempt, t);
  return (
    <section aria-label={t("Reply")} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-2.5">
        <h3 className="font-semibold">{attemptTitle(attempt, t)}</h3>
        <ConfidenceBadge badge={attempt} />
        {item.kind === "sampled" ? <Chip>{t(KIND_WORDS.sampled)}</Chip> : null}
      </header>
      {editing && free ? (
        <CorrectionEditor
          item={item}
          saved={saved}
          onWrite={() => setEditing(true)}
          onClose={() => setEditing(false)}
          onSend={(text) => {
            const { id: attemptId } = item;
            void verdict.say(item, { say: "correct", attemptId, seen: seenOf(item), text });
          }}
        />
      ) : (
        <Words item={item} />
      )}
      {unsupported && !editing ? <p className="text-held">{unsupported}</p> : null}
      {attempt.stale ? (
        <p className="font-medium text-rev">
          {t("The customer has written since this was drafted. Read that first.")}
        </p>
      ) : null}
      {lease.state === "other" ? (
        <p role="status" className="font-medium">
          {t("{{name}} is looking at it. You can read it; theirs is the word.", {
            name: lease.name,
          })}
        </p>
      ) : null}
      {lease.state === "settled" ? (
        <p role="status" className="font-medium">
          {lease.words}
        </p>
      ) : null}
      {free && !editing ? (
        <ReplyActions item={item} verdict={verdict} onCorrect={() => setEditing(true)} />
      ) : null}
      {free && !editing ? <AfterWords item={item} /> : null}
    </section>
  );
}

/** The draft with its numbers; what a colleague has written in its place stands above it. */
function Words({ item }: { item: ReviewItem }) {
  const t = useT();
  const { attempt, approved } = item;
  const box = "max-w-[70ch] rounded-[10px] border bg-panel px-4 py-3.5";
  if (attempt.draft === null) {
    return <p className="text-soft">{t("There is no draft: a person has to write the reply.")}</p>;
  }
  return (
    <>
      {approved && approved.text !== attempt.draft ? (
        <div className={box}>
          <p className="mb-1 text-faint text-xs">
            {t("As {{name}} would send it", { name: approved.by.name })}
          </p>
          <MessageText text={approved.text} />
        </div>
      ) : null}
      <div className={box}>
        <DraftText attempt={attempt} />
      </div>
    </>
  );
}

function AfterWords({ item }: { item: ReviewItem }) {
  const t = useT();
  return (
    <p className="text-faint">
      {item.attempt.reviewState === "flagged"
        ? `${t("A correction sends {{name}} a follow-up once you have looked at it.", { name: item.customer.name })} `
        : ""}
      {t("What you approve is what is sent, letter for letter.")}
    </p>
  );
}
