import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { mergedFields } from "./merge-fields";
import { countMessages, moveThread, uniteParticipants } from "./merge-store";
import { isSettled, LIMITS, type MergeSnapshot } from "./model";
import { moveTicket } from "./move-ticket";
import { type Ticket, ticketById, updateTicket } from "./store";

/** Why `source` can't be merged into `target`, in plain words; null when it can. */
export function whyNotMerge(source: Ticket, target: Ticket): string | null {
  if (source.id === target.id) return "A ticket can't be merged into itself.";
  if (source.mergedIntoId) return `#${source.number} is merged into another ticket already.`;
  if (target.mergedIntoId) {
    return `#${target.number} is itself merged into another ticket. Merge into that one.`;
  }
  if (source.demo !== target.demo) return "Tickets of the demo and real ones don't mix.";
  return null;
}

/** The wait of both: whoever began first. */
const unitedWait = (source: Ticket, target: Ticket): Date | null =>
  [source.waitingSince, target.waitingSince].reduce(
    (first, time) => (first && time ? (first < time ? first : time) : (first ?? time)),
    null,
  );

/** True when the target has somebody waiting in it after the merge, and rests. */
export const wouldReopen = (source: Ticket, target: Ticket): boolean =>
  unitedWait(source, target) !== null &&
  (isSettled(target.status) || target.status === "pending_customer");

/**
 * Puts all of `source` into `target`: messages, addresses, tags, the wait; and closes it. Call it
 * inside a transaction, with both locked. @returns what it changed, but for the attempts
 *
 * @throws `conflict` when they can't be merged
 */
export async function uniteTickets(
  ctx: Context,
  source: Ticket,
  target: Ticket,
): Promise<Omit<MergeSnapshot, "attempts">> {
  const problem = whyNotMerge(source, target);
  if (problem) throw new AppError("conflict", problem);
  const messages = await moveThread(ctx.db, source.id, target.id, source.number);
  const participants = await uniteParticipants(ctx.db, source.id, target.id);

  if (wouldReopen(source, target)) {
    const because = `#${source.number} was merged into it, and its customer waits.`;
    await moveTicket(ctx, { ticketId: target.id, to: "open", mover: "person", because });
  }
  const tags = [...new Set([...target.tags, ...source.tags])].slice(0, LIMITS.tags);
  const wakes = source.waitingSince !== null && target.snoozedUntil !== null;
  const change = { tags, waitingSince: unitedWait(source, target) };
  await updateTicket(
    ctx.db,
    target.id,
    { ...change, ...(wakes && { snoozedUntil: null }) },
    ctx.now(),
  );
  if (wakes) {
    const because = `#${source.number} was merged into it, and its customer waits.`;
    await recordEvent(ctx, "ticket.woken", { ticketId: target.id, because });
  }

  const because = `Merged into #${target.number}.`;
  await moveTicket(ctx, { ticketId: source.id, to: "closed", mover: "person", because });
  const gone = { mergedIntoId: target.id, waitingSince: null, snoozedUntil: null, nextTryAt: null };
  await updateTicket(ctx.db, source.id, gone, ctx.now());
  return {
    source: mergedFields(source),
    target: mergedFields(target),
    after: mergedFields(await ticketById(ctx.db, target.id)),
    count: await countMessages(ctx.db, target.id),
    messages,
    participants,
  };
}
