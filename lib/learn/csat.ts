import { z } from "zod";
import { ratingOf } from "../csat";
import { lastUse } from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lockLedger, signalsOfMessage } from "../predictor";
import { messageById, ticketById } from "../ticket";
import { judgeUse } from "./judge-use";
import { recordSignal } from "./record-signal";
import { takeBack } from "./take-back";
import { ticketFacts } from "./ticket-facts";

/** A good rating counts for so much of a verdict: more than silence, less than a label. */
const GOOD_WEIGHT = 0.5;

/** @returns the weight of a score as evidence for the answer that was given */
const weightOf = (score: number): number => (score >= 4 ? GOOD_WEIGHT : score <= 2 ? -1 : 0);

/**
 * Learns from a customer's rating: a good one speaks for the answer, a bad one against it. The
 * latest word counts; what an earlier one had taught is taken back.
 * Safe to repeat: one signal for each time that a rating was given or changed.
 */
export const learnRating = defineJob({
  name: "learn.csat",
  batch: 10,
  payload: z.object({ messageId: z.uuid() }),
  run: (ctx, { messageId }) =>
    transaction(ctx, async (tx) => {
      await lockLedger(tx.db);
      const rating = await ratingOf(tx.db, messageId);
      const reply = await messageById(tx.db, messageId);
      if (!rating || !reply) return "skipped: the reply was erased";
      const key = `csat:${rating.id}:${rating.updatedAt.toISOString()}`;
      await takeBackEarlier(tx, messageId, key);
      const { score, comment } = rating;
      const payload = { score, comment };
      const use = await lastUse(tx.db, reply.ticketId, reply.createdAt);
      if (use?.messageId !== messageId) return note(tx, reply, key, payload);
      const weight = weightOf(score);
      const helped = weight === 0 ? null : weight > 0;
      const told = await judgeUse(tx, use, { kind: "csat", key, weight, helped, score, payload });
      return told ? `rated ${score}` : "skipped: known";
    }),
});

async function takeBackEarlier(ctx: Context, messageId: string, key: string): Promise<void> {
  for (const signal of await signalsOfMessage(ctx.db, messageId)) {
    if (signal.kind === "csat" && signal.key !== key) await takeBack(ctx, signal, null);
  }
}

/** Words that say too little to be an answer: the rating is kept, and teaches nothing. */
async function note(
  ctx: Context,
  reply: { id: string; ticketId: string },
  key: string,
  payload: Record<string, unknown>,
): Promise<string> {
  const { accountId } = await ticketFacts(ctx, reply.ticketId);
  const { demo } = await ticketById(ctx.db, reply.ticketId);
  await recordSignal(ctx, {
    key,
    kind: "csat",
    ticketId: reply.ticketId,
    messageId: reply.id,
    accountId,
    payload,
    demo,
    createdAt: ctx.now(),
  });
  return `noted ${String(payload.score)}`;
}
