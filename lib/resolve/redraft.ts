import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { lockTicket, newerCustomerMessage } from "../ticket";
import { newestRound } from "./attempt-store";
import { closeTakenUp, heldAttempt } from "./follow-up-store";
import { leaseOf } from "./lease-store";
import { asAllowed } from "./model-still-on";
import { decideOn, storeAttempt } from "./settle-draft";
import type { Work } from "./work";

const BECAUSE = "A person asked for another draft.";

/**
 * Puts a draft that a person asked for in the place of the one that waits. It waits as that one did,
 * whatever its confidence. Call it inside a transaction.
 *
 * @returns the same work; the desk's own, and nothing is put, where its model is off by now
 * @throws `conflict` when no draft waits, the customer has written again, or somebody else looks at it
 */
export async function redraft(ctx: Context, made: Work, personId: string): Promise<Work> {
  const { message } = made;
  const ticket = await lockTicket(ctx.db, message.ticketId);
  const held = await heldAttempt(ctx.db, ticket.id);
  if (!held) throw new AppError("conflict", "No draft waits in this ticket any more.");
  const newer = await newerCustomerMessage(ctx.db, message);
  if (newer || held.answersMessageId !== message.id) {
    throw new AppError("conflict", "The customer has written again; another draft is on its way.");
  }
  const lease = await leaseOf(ctx.db, held.id, ctx.now());
  if (lease && lease.personId !== personId) {
    throw new AppError("conflict", "Somebody else looks at this draft in the review.");
  }
  const work = await asAllowed(ctx, made);
  if (work !== made) return work;
  const round = (await newestRound(ctx.db, message.id)) + 1;
  const { ticketId, answersMessageId: messageId } = held;
  await recordEvent(ctx, "ticket.taken_up", { ticketId, messageId, round, because: BECAUSE });
  const decision = await decideOn(ctx, ticket, work);
  if (!(await closeTakenUp(ctx.db, held.id)))
    throw new Error("a held draft changed under the lock");
  const because = `${BECAUSE} It waits for a person's word.`;
  const waits = { decision: "held", reviewState: "held", thenStatus: null, because } as const;
  await storeAttempt(ctx, ticket, work, { ...decision, decided: waits }, round);
  return work;
}
