import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import { cut2 } from "@/lib/inbox/model";
import type { ReviewFigures, ReviewItem, ReviewKind, ReviewMeasures } from "@/lib/review/model";
import type { Settled } from "./queries";

export const KIND_WORDS: Record<ReviewKind | "later", string> = says({
  second: "Second look",
  four_eyes: "Four eyes",
  flagged: "Sent, flagged",
  held: "Held",
  sampled: "Audit sample",
  later: "Later or with others",
});

/** Why an item is in the queue, in a sentence. */
export function whyHere(item: ReviewItem, t: T): string {
  const { kind, look, approved, sampleRate, attempt } = item;
  if (kind === "second" && look) {
    const { name } = look.by;
    return look.note
      ? t("{{name}} asks for your word: {{note}}", { name, note: look.note })
      : t("{{name}} asks for your word.", { name });
  }
  if (kind === "four_eyes") {
    return approved
      ? t("{{name}} has approved it. It leaves once another person approves the same words.", {
          name: approved.by.name,
        })
      : t("Replies of this category leave once two people have approved the same words.");
  }
  if (kind === "sampled") {
    return t("It was sent by itself and is one of the {{share}} that are checked anyway.", {
      share: cut2(sampleRate ?? 0),
    });
  }
  return t.stored(attempt.decisionReason);
}

/** "82 %", cut. */
export const percent = (share: number | null): string =>
  share === null ? "–" : `${Math.floor(share * 100 + 1e-9)} %`;

/** "Today: 34 reviewed, 21 s median, 82 % approved unchanged". */
export function figuresWords({ reviewed, seconds, unchanged }: ReviewFigures, t: T): string {
  if (reviewed === 0) return t("Nothing reviewed yet today");
  const parts = [
    t("{{n}} reviewed", { n: reviewed }),
    seconds === null ? "" : t("{{n}} s median", { n: Math.round(seconds) }),
    t("{{share}} approved unchanged", { share: percent(unchanged) }),
  ];
  return t("Today: {{figures}}", { figures: parts.filter(Boolean).join(", ") });
}

/** "agreement 91 % of 12"; empty where no two have judged the same. */
export function agreementWords({ pairs, agreed }: ReviewMeasures["agreement"], t: T): string {
  if (pairs === 0) return "";
  return t("agreement {{share}} of {{pairs}}", { share: percent(agreed / pairs), pairs });
}

/** What was done, for the line that offers to undo it. */
export function doneWords({ reviewState, messageId }: Settled, number: number, t: T): string {
  const what = reviewState === "approved" && messageId ? DONE.sent : DONE[reviewState];
  return `#${number}: ${t(what)}`;
}

const DONE = says({
  held: "Approved; waits for a second person",
  approved: "Approved",
  sent: "Approved and sent",
  corrected: "Correction sent",
  rejected: "Rejected",
  none: "Taken over; it is yours",
});
