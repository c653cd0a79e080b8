import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { rich } from "@/components/i18n/rich";
import { says } from "@/components/i18n/says";
import { DraftText } from "@/components/ticket/draft-text";
import { Time } from "@/components/time/time";
import { cut2, DECISION_WORDS, REJECT_WORDS } from "@/lib/inbox/model";
import type { AttemptRecord } from "@/lib/review/model";
import { Lines, RecordSection } from "./section";
import { SnapshotView } from "./snapshot-view";

/** One draft: what became of it, what it said and why, and everything that it knew. */
export function AttemptView({ attempt }: { attempt: AttemptRecord }) {
  const t = useT();
  return (
    <>
      <RecordSection title={t("Decision")}>
        <p>
          {rich(t, "<b>{{decision}}</b>, confidence {{number}}. {{reason}}", {
            b: (inner) => <b className="font-semibold">{inner}</b>,
            decision: t(DECISION_WORDS[attempt.decision]),
            number: formatOf(t).decimal(cut2(attempt.confidence)),
            reason: t.stored(attempt.decisionReason),
          })}
        </p>
      </RecordSection>
      <RecordSection title={t("What became of it")}>
        <Lines lines={fateLines(attempt, t)} />
        {attempt.reviewedAt ? (
          <Time at={attempt.reviewedAt} className="text-faint text-xs" />
        ) : null}
      </RecordSection>
      <RecordSection title={t("Draft")}>
        {attempt.draft === null ? (
          <p className="text-soft">{t("Nothing to say.")}</p>
        ) : (
          <DraftText attempt={attempt} />
        )}
      </RecordSection>
      {attempt.sentText !== null && attempt.sentText !== attempt.draft ? (
        <RecordSection title={t("What was sent instead")}>
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {attempt.sentText}
          </p>
        </RecordSection>
      ) : null}
      <Sources attempt={attempt} />
      {attempt.parts.length > 0 ? (
        <RecordSection title={t("Parts of the confidence")}>
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5">
            {attempt.parts.map((part) => (
              <div key={part.name} className="contents">
                <dt className="wrap-anywhere">{t.stored(part.words)}</dt>
                <dd className="text-right text-faint">{plain(part.value, t)}</dd>
              </div>
            ))}
          </dl>
        </RecordSection>
      ) : null}
      <SnapshotView stored={attempt.snapshot} />
      <RecordSection title={t("Made by")}>
        <p>
          {t("{{model}}, version {{version}}", {
            model: attempt.model,
            version: attempt.modelVersion,
          })}
        </p>
      </RecordSection>
    </>
  );
}

function Sources({ attempt: { sources } }: { attempt: AttemptRecord }) {
  const t = useT();
  if (sources.length === 0) return null;
  return (
    <RecordSection title={t("Sources")}>
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
const plain = (value: number, t: T) =>
  Number.isInteger(value) ? String(value) : formatOf(t).decimal(cut2(value));

const REVIEW_WORDS: Record<AttemptRecord["reviewState"], string> = says({
  none: "Nobody had to review it",
  flagged: "Waits for a reviewer",
  held: "Waits for a person",
  approved: "Approved",
  corrected: "Corrected",
  rejected: "Rejected",
});

/** The same with the name of whoever reviewed it. */
const REVIEWED_WORDS: Partial<Record<AttemptRecord["reviewState"], string>> = says({
  approved: "Approved by {{name}}",
  corrected: "Corrected by {{name}}",
  rejected: "Rejected by {{name}}",
});

const OUTCOME_WORDS: Record<string, string> = says({
  superseded: "A newer draft took its place",
  reopened: "The customer wrote again afterwards",
  confirmed: "The customer confirmed",
  taken_over: "A person answered instead",
});

const DELIVERY_WORDS: Record<string, string> = says({
  queued: "Reply is queued",
  sending: "Reply is being sent",
  sent: "Reply was sent",
  failed: "Reply could not be delivered",
  cancelled: "Delivery was cancelled",
  unknown: "Whether the reply arrived is not known",
});

function fateLines(attempt: AttemptRecord, t: T): string[] {
  const { reviewState, reviewer, rejectReason, rejectNote, delivery, outcome, round } = attempt;
  return [
    reviewer
      ? t(REVIEWED_WORDS[reviewState] ?? REVIEW_WORDS[reviewState], { name: reviewer })
      : t(REVIEW_WORDS[reviewState]),
    rejectReason ? `${t(REJECT_WORDS[rejectReason])}${rejectNote ? `: ${rejectNote}` : ""}` : "",
    delivery ? t(DELIVERY_WORDS[delivery] ?? delivery) : "",
    outcome ? t(OUTCOME_WORDS[outcome] ?? outcome.replaceAll("_", " ")) : "",
    round > 1 ? t("Draft {{n}} to the same question", { n: round }) : "",
  ].filter(Boolean);
}
