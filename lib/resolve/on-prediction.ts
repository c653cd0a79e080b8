import { EVENTS } from "../event/model";
import type { Context } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lastTaught, predictionsOf } from "../predictor";
import { ticketById } from "../ticket";
import { heldRounds } from "./follow-up-store";
import { TAKE_UP } from "./take-up";

/**
 * Takes held tickets up again that the desk could answer now: of an incident's twenty, after people
 * have answered three. Everything that may forbid an answer is asked again when they are.
 *
 * Safe to repeat: it only queues, and a job names the draft and round that it is to replace.
 */
export const onPrediction = defineJob({
  name: "resolve.on-prediction",
  payload: EVENTS["prediction.changed"],
  async run(ctx, { ticketIds }) {
    const predicted = await predictionsOf(ctx.db, ticketIds);
    const held = await heldRounds(ctx.db, ticketIds);
    for (const { id: attemptId, ticketId, round } of held) {
      const because = await whyNow(ctx, predicted.get(ticketId)?.subject ?? null);
      const input = { ticketId, attemptId, round, because, cause: "answer" };
      await ctx.jobs.send(ctx.db, TAKE_UP, input);
    }
    return `${held.length} of ${ticketIds.length} tickets are taken up`;
  },
});

async function whyNow(ctx: Context, subject: string | null): Promise<string> {
  const taughtBy = subject && (await lastTaught(ctx.db, subject));
  if (!taughtBy) return "The desk has learned what answers it.";
  const { number } = await ticketById(ctx.db, taughtBy);
  return `People have answered a question like it (#${number}).`;
}
