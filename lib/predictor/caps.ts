import type { AnswerRecord } from "./answers";
import { AUTO_AT, type HoldReason, MIN_ACCEPTED_USES, MIN_DESK_OUTCOMES, REVIEW_AT } from "./model";

/** Highest values that a capped confidence may take. */
const BELOW_REVIEW = REVIEW_AT - 0.001;
const BELOW_AUTO = AUTO_AT - 0.001;

/** What one refusal leaves of an answer's confidence; the judge alone would forgive it too soon. */
const AFTER_REFUSAL = 0.85;

/**
 * Holds a confidence down while there is too little experience to claim it, however sure the
 * engine is: few accepted uses of this answer, or few outcomes on this desk.
 *
 * @param confidence calibrated probability, 0..1
 * @param record the answer; undefined when there is none
 * @returns the confidence that may be shown, the one without caps, and what held it down
 */
export function capConfidence(
  confidence: number,
  record: AnswerRecord | undefined,
  outcomes: number,
): { confidence: number; uncapped: number; reasons: HoldReason[] } {
  if (record === undefined || !Number.isFinite(confidence)) {
    return { confidence: 0, uncapped: 0, reasons: [] };
  }
  const reasons: HoldReason[] = [];
  const doubted = confidence * AFTER_REFUSAL ** record.refusals;
  const uncapped = Math.min(1, Math.max(0, doubted));
  let shown = uncapped;
  if (shown < AUTO_AT) reasons.push("not-confident");
  if (outcomes < MIN_DESK_OUTCOMES) {
    if (shown >= AUTO_AT) reasons.push("new-desk");
    shown = Math.min(shown, BELOW_AUTO);
  }
  if (record.accepted < MIN_ACCEPTED_USES && !record.uncapped) {
    if (shown >= REVIEW_AT) reasons.push("few-accepted-uses");
    shown = Math.min(shown, BELOW_REVIEW);
  }
  return { confidence: shown, uncapped, reasons };
}
