import { attemptOfReply } from "../insights";
import type { UseOutcome } from "../knowledge/model";
import type { Context } from "../platform/context";
import { SILENCE_WEIGHT, type Signal } from "../predictor/model";
import type { RejectReason, ReviewState } from "../resolve/model";
import { settleUsed } from "./model-outcome";

/** What calibration needs of a draft. */
type Scored = { id: string; judgedRow: number[] | null; sampleRate: number | null };

/** A tone that was wrong says little about whether the answer was right. */
const TONE_WEIGHT = 0.3;
/** Somebody who answers by hand may not have read the draft. */
const TAKEN_OVER_WEIGHT = 0.5;
/** A rating is of the whole service, not only of this reply. */
const RATING_WEIGHT = 0.5;
/** Verdicts that one sampled draft stands for, at most: a single one must not turn everything. */
const MOST = 40;

/**
 * What the desk's own confidence learns from how a draft ended: was it right or not? Nothing where
 * the draft was not scored.
 *
 * @param weight 1 for a person's verdict, less for weaker signs
 */
function judgedOf(attempt: Scored | null, right: boolean, weight: number): Signal[] {
  const row = attempt?.judgedRow;
  if (!attempt || !row || row.length === 0 || !row.every(Number.isFinite)) return [];
  return [{ type: "judged", id: attempt.id, row, right, weight }];
}

/**
 * The same for a person's verdict. A confident draft that was looked at by chance stands for all
 * those that nobody looked at: it counts once for each.
 */
function verdictOn(attempt: Scored, right: boolean, weight = 1): Signal[] {
  const { sampleRate } = attempt;
  const times = sampleRate !== null && sampleRate > 0 ? Math.min(MOST, 1 / sampleRate) : 1;
  return judgedOf(attempt, right, weight * times);
}

/** @param accepted sent as it was, or changed by so little that it says the same */
export const judgedBySending = (attempt: Scored, accepted: boolean) => verdictOn(attempt, accepted);

/** What a rejection says of a draft. */
export const rejected = (reason: RejectReason) => ({
  right: false,
  weight: reason === "wrong_tone" ? TONE_WEIGHT : 1,
});

export const judgedByRejecting = (attempt: Scored, reason: RejectReason) =>
  verdictOn(attempt, false, rejected(reason).weight);

export const TAKEN_OVER = { right: false, weight: TAKEN_OVER_WEIGHT } as const;

export const judgedByTakingOver = (attempt: Scored) => judgedOf(attempt, false, TAKEN_OVER_WEIGHT);

/** What a rating of 1 (bad) to 5 (good) says; null: nothing, it is in the middle. */
export const rated = (score: number) =>
  score === 3 ? null : { right: score > 3, weight: RATING_WEIGHT };

export function judgedByRating(attempt: Scored | null, score: number): Signal[] {
  const told = rated(score);
  return told ? judgedOf(attempt, told.right, told.weight) : [];
}

const ACCEPTED: readonly ReviewState[] = ["approved", "corrected"];

/** What the customer did next says of the draft that they got; nothing of what a person wrote. */
export async function judgedByCustomer(
  ctx: Context,
  messageId: string,
  outcome: UseOutcome,
): Promise<Signal[]> {
  const attempt = await attemptOfReply(ctx.db, messageId);
  if (!attempt) return [];
  if (outcome === "quiet") {
    await settleUsed(ctx, attempt.id, { right: true, weight: SILENCE_WEIGHT, weak: true });
    return judgedOf(attempt, true, SILENCE_WEIGHT);
  }
  const right = outcome === "confirmed";
  await settleUsed(ctx, attempt.id, { right, weight: 1 });
  if (right) return judgedOf(attempt, true, 1);
  // One that a person had accepted counted as right, and was not: once to take that back.
  return judgedOf(attempt, false, ACCEPTED.includes(attempt.reviewState) ? 2 : 1);
}
