"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { MessageText } from "@/components/ticket/message-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ReviewRow } from "@/lib/review/model";
import {
  type BatchResult,
  itemQuery,
  takeBack,
  useApproveBatch,
  useRefreshReview,
} from "./queries";
import { seenOf } from "./seen";

/** As many as the desk takes at once. */
const MOST = 50;

type Props = { rows: ReviewRow[]; onClose: () => void };

/** Drafts that say nearly the same: each is looked at, then those that were are approved together. */
export function BatchDialog({ rows, onClose }: Props) {
  const t = useT();
  // As it was when it was opened: what changes meanwhile is told by each result.
  const [items] = useState(() => rows.slice(0, MOST));
  const [at, setAt] = useState(0);
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const [results, setResults] = useState<BatchResult[] | null>(null);
  const refresh = useRefreshReview();
  const approve = useApproveBatch((done) => {
    setResults(done);
    offerTakeBack(done, refresh, t);
  });
  const row = items[at];
  const send = () =>
    approve.mutate({ items: [...seen].map(([attemptId, text]) => ({ attemptId, seen: text })) });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      side="wide"
      title={t("{{n}} drafts that say nearly the same", { n: items.length })}
      description={t(
        "Look at each. What you have looked at is approved together, letter for letter.",
      )}
    >
      {results ? (
        <Results items={items} results={results} onClose={onClose} />
      ) : row ? (
        <Step
          key={row.id}
          row={row}
          place={t("{{n}} of {{total}}", { n: at + 1, total: items.length })}
          onSeen={(text) => {
            setSeen(new Map(seen).set(row.id, text));
            setAt(at + 1);
          }}
          onSkip={() => setAt(at + 1)}
        />
      ) : (
        <End
          seen={seen.size}
          of={items.length}
          busy={approve.isPending}
          error={approve.error}
          onSend={send}
          onAgain={() => setAt(0)}
        />
      )}
    </Dialog>
  );
}

type StepProps = {
  row: ReviewRow;
  place: string;
  onSeen: (text: string) => void;
  onSkip: () => void;
};

function Step({ row, place, onSeen, onSkip }: StepProps) {
  const t = useT();
  const { data: item, error } = useQuery(itemQuery(row.ticketId, row.id));
  const question = item?.thread.findLast(({ author }) => author === "customer");
  const text = item ? seenOf(item) : null;
  const mine = item !== undefined && text !== null && !item.attempt.stale;
  return (
    <section aria-label={t("Draft {{place}}", { place })} className="flex flex-col gap-3">
      <p className="text-faint">
        {place} · #{row.number} · {row.customer}
      </p>
      {error ? (
        <p role="alert" className="text-held">
          {messageOf(error, t)}
        </p>
      ) : null}
      {question ? <MessageText text={question.text} /> : null}
      {text === null ? null : (
        <div className="rounded-[10px] border bg-bg px-4 py-3">
          <MessageText text={text} />
        </div>
      )}
      {item?.attempt.stale ? (
        <p className="text-rev">
          {t("The customer has written since. Decide about it by itself.")}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button
          kind="primary"
          autoFocus
          disabled={!mine}
          onClick={() => text !== null && onSeen(text)}
        >
          {t("Fits, next")}
        </Button>
        <Button onClick={onSkip}>{t("Leave out")}</Button>
      </div>
    </section>
  );
}

type EndProps = {
  seen: number;
  of: number;
  busy: boolean;
  error: Error | null;
  onSend: () => void;
  onAgain: () => void;
};

/** After the last: approves what was looked at. */
function End({ seen, of, busy, error, onSend, onAgain }: EndProps) {
  const t = useT();
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t("You have looked at {{seen}} of {{total}}.", { seen, total: of })}</p>
      <div className="flex gap-2">
        <Button kind="primary" busy={busy} disabled={seen === 0} onClick={onSend}>
          {t("Approve {{n}}", { n: seen })}
        </Button>
        <Button onClick={onAgain}>{t("Look again")}</Button>
      </div>
      {error ? (
        <p role="alert" className="text-held">
          {messageOf(error, t)}
        </p>
      ) : null}
    </div>
  );
}

type ResultsProps = { items: ReviewRow[]; results: BatchResult[]; onClose: () => void };

/** What became of each. */
function Results({ items, results, onClose }: ResultsProps) {
  const t = useT();
  const numberOf = new Map(items.map(({ id, number }) => [id, number]));
  return (
    <div className="flex flex-col items-start gap-3">
      <ul className="flex flex-col gap-1">
        {results.map(({ attemptId, settled, problem }) => (
          <li key={attemptId} className={problem ? "text-held" : undefined}>
            #{numberOf.get(attemptId)}:{" "}
            {problem === null ? resultWords(settled, t) : t.stored(problem)}
          </li>
        ))}
      </ul>
      <Button kind="primary" autoFocus onClick={onClose}>
        {t("Back to the queue")}
      </Button>
    </div>
  );
}

function resultWords(settled: BatchResult["settled"], t: T): string {
  if (settled?.reviewState === "held") return t("approved; waits for a second person");
  return t(settled?.messageId ? "approved and sent" : "approved");
}

/** One undo for all of them. */
function offerTakeBack(results: BatchResult[], refresh: () => void, t: T): void {
  const done = results.flatMap(({ attemptId, settled }) =>
    settled?.undoUntil
      ? [{ attemptId, messageId: settled.messageId, until: settled.undoUntil }]
      : [],
  );
  const [first] = done;
  if (!first) return;
  offerUndo({
    key: `batch.${first.attemptId}`,
    text: t("{{n}} approved", { n: done.length }),
    after: done.some(({ messageId }) => messageId) ? says("leaves") : "",
    until: first.until,
    run: async () => {
      for (const { attemptId, messageId } of done) await takeBack(attemptId, messageId);
      void refresh();
    },
  });
}
