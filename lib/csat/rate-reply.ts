import { eventsOfTicket, recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { mayBeRated, RATINGS_MAX, Said } from "./model";
import { putRating } from "./store";

/** A reply of ours that a customer may rate, as its ticket is now. */
export type RatedReply = { ticketId: string; messageId: string; sentAt: Date };

/**
 * Keeps what a customer says of a reply; a later word replaces the one before. Whoever calls it has
 * seen the customer's token or the sender's key. Call it inside a transaction.
 *
 * @returns false when nothing has changed
 * @throws `conflict` when the time for it is over; `rate_limited` after too many changes
 */
export async function rateReply(ctx: Context, reply: RatedReply, said: Said): Promise<boolean> {
  const { score, comment } = parseInput(Said, said);
  if (!mayBeRated(reply.sentAt, ctx.now())) {
    throw new AppError("conflict", "The time in which this reply could be rated is over.");
  }
  const { ticketId, messageId } = reply;
  const row = { id: newId(), ticketId, messageId, score, comment };
  const stored = await putRating(ctx.db, row, ctx.now());
  if (!stored) return false;
  // The row is locked now, so that of many at once each sees those before it.
  const told = await eventsOfTicket(ctx.db, ticketId, ["csat.received"]);
  if (told.filter(({ payload }) => payload.messageId === messageId).length >= RATINGS_MAX) {
    throw new AppError("rate_limited", "This reply was rated too often.");
  }
  await recordEvent(ctx, "csat.received", { ticketId, ratingId: stored.id, messageId, score });
  return true;
}
