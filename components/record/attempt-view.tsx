import { DraftText } from "@/components/ticket/draft-text";
import { Time } from "@/components/time/time";
import { cut2, DECISION_WORDS, REJECT_WORDS } from "@/lib/inbox/model";
import type { AttemptRecord } from "@/lib/review/model";
import { Lines, RecordSection } from "./section";
import { SnapshotView } from "./snapshot-view";

/** One draft: what became of it, what it said and why, and everything that it knew. */
export function AttemptView({ attempt }: { attempt: AttemptRecord }) {
  return (
    <>
      <RecordSection title="Decision">
        <p>
          <b className="font-semibold">{DECISION_WORDS[attempt.decision]}</b>, confidence{" "}
          {cut2(attempt.confidence)}. {attempt.decisionReason}
        </p>
      </RecordSection>
      <RecordSection title="What became of it">
        <Lines lines={fateLines(attempt)} />
        {attempt.reviewedAt ? (
          <Time at={attempt.reviewedAt} className="text-faint text-xs" />
        ) : null}
      </RecordSection>
      <RecordSection title="Draft">
        {attempt.draft === null ? (
          <p className="text-soft">Nothing to say.</p>
        ) : (
          <DraftText attempt={attempt} />
        )}
      </RecordSection>
      {attempt.sentText !== null && attempt.sentText !== attempt.draft ? (
        <RecordSection title="What was sent instead">
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {attempt.sentText}
          </p>
        </RecordSection>
      ) : null}
      <Sources attempt={attempt} />
      {attempt.parts.length > 0 ? (
        <RecordSection title="Parts of the confidence">
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5">
            {attempt.parts.map((part) => (
              <div key={part.name} className="contents">
                <dt className="wrap-anywhere">{part.words}</dt>
                <dd className="text-right text-faint">{plain(part.value)}</dd>
              </div>
            ))}
          </dl>
        </RecordSection>
      ) : null}
      <SnapshotView stored={attempt.snapshot} />
      <RecordSection title="Made by">
        <p>
          {attempt.model}, version {attempt.modelVersion}
        </p>
      </RecordSection>
    </>
  );
}

function Sources({ attempt: { sources } }: { attempt: AttemptRecord }) {
  if (sources.length === 0) return null;
  return (
    <RecordSection title="Sources">
      <ol className="flex flex-col gap-1.5">
        {sources.map((source, at) => (
          <li key={source.passageId + source.quote}>
            <p className="font-medium">
              {at + 1} · {source.title}
            </p>
            <blockquote className="border-l-2 border-accent pl-2 text-soft wrap-anywhere">
              {source.quote}
            </blockquote>
          </li>
        ))}
      </ol>
    </RecordSection>
  );
}

/** Shares are cut to two places; counts stay whole. */
const plain = (value: number) => (Number.isInteger(value) ? String(value) : cut2(value));

const REVIEW_WORDS: Record<AttemptRecord["reviewState"], string> = {
  none: "Nobody had to review it",
  flagged: "Waits for a reviewer",
  held: "Waits for a person",
  approved: "Approved",
  corrected: "Corrected",
  rejected: "Rejected",
};

const OUTCOME_WORDS: Record<string, string> = {
  superseded: "A newer draft took its place",
  reopened: "The customer wrote again afterwards",
  confirmed: "The customer confirmed",
  taken_over: "A person answered instead",
};

const DELIVERY_WORDS: Record<string, string> = {
  queued: "Reply is queued",
  sending: "Reply is being sent",
  sent: "Reply was sent",
  failed: "Reply could not be delivered",
  cancelled: "Delivery was cancelled",
  unknown: "Whether the reply arrived is not known",
};

function fateLines(attempt: AttemptRecord): string[] {
  const { reviewState, reviewer, rejectReason, rejectNote, delivery, outcome, round } = attempt;
  const by = reviewer ? ` by ${reviewer}` : "";
  return [
    `${REVIEW_WORDS[reviewState]}${by}`,
    rejectReason ? `${REJECT_WORDS[rejectReason]}${rejectNote ? `: ${rejectNote}` : ""}` : "",
    delivery ? (DELIVERY_WORDS[delivery] ?? delivery) : "",
    outcome ? (OUTCOME_WORDS[outcome] ?? outcome.replaceAll("_", " ")) : "",
    round > 1 ? `Draft ${round} to the same question` : "",
  ].filter(Boolean);
}
