import { z } from "zod";
import { recordEvent } from "../event";
import { answeredAt, groupStanding } from "../insights";
import { groupById, novelQuestion, setAnswered, setGroupState } from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { deskModel } from "../predictor";

/** Questions of a group that are asked again, the newest: each costs a prediction. */
const ASKED_AGAIN = 20;

/**
 * Looks at a group again after something was learned, or taken back, about one of its tickets.
 * Safe to repeat, and in any order: it reads how things stand, and writes only what differs.
 */
export const settleQuestion = defineJob({
  name: "learn.settle-question",
  payload: z.object({ ticketId: z.uuid() }),
  run: (ctx, { ticketId }) => settleTicket(ctx, ticketId),
});

/** Notes whether a person has answered a ticket's question, and what that means for its group. */
export async function settleTicket(ctx: Context, ticketId: string): Promise<string> {
  const question = await novelQuestion(ctx.db, ticketId);
  if (!question) return "skipped: its question was of a known kind";
  await setAnswered(ctx.db, ticketId, await answeredAt(ctx.db, ticketId));
  return settleGroup(ctx, question.groupId);
}

/**
 * A group is answered when people have answered at least one of its questions, or published the
 * article that was written for it, and the desk takes none of the others for unlike anything seen
 * any more. It is open again when that no longer holds; a dismissed one stays dismissed.
 */
export async function settleGroup(ctx: Context, groupId: string): Promise<string> {
  const { state } = await groupById(ctx.db, groupId);
  if (state === "dismissed") return "skipped: the group is dismissed";
  const to = (await isAnswered(ctx, groupId)) ? "answered" : "open";
  if (to === state) return `still ${state}`;
  return transaction(ctx, async (tx) => {
    if (!(await setGroupState(tx.db, groupId, { from: [state], to, at: tx.now() }))) {
      return "skipped: the group has changed meanwhile";
    }
    const change = to === "answered" ? "answered" : "reopened";
    await recordEvent(tx, "question_group.changed", { groupId, change });
    return to;
  });
}

async function isAnswered(ctx: Context, groupId: string): Promise<boolean> {
  const { answered, open } = await groupStanding(ctx.db, groupId, ASKED_AGAIN);
  if (!answered) return false;
  const { engine } = await deskModel.current(ctx.db);
  return open.every(({ question, accountId }) => !engine.predict(question, {}, accountId).novel);
}
