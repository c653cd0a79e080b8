import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { markRead, markUnread } from "../presence";
import {
  changeTags,
  expectVersion,
  lockTicket,
  setNextTry,
  setPriority,
  snoozeTicket,
  type Ticket,
  wakeTicket,
} from "../ticket";
import { isSettled, mayMove, type TicketStatus } from "../ticket/model";
import { giveTicket } from "./assign-by-person";
import { eachTicket } from "./bulk-each";
import type { BulkResult, BulkUndoInput, BulkUndoItem } from "./bulk-inputs";
import { unmergeTickets } from "./merge-tickets";
import { reviewedAttempt } from "./review-store";
import { changeStatus } from "./status-by-person";
import { reopenAttempt } from "./undo-store";

/**
 * Puts back what `bulkChange` has changed, ticket by ticket, where nothing has changed since. It
 * does nothing that a person may not do by hand, so what it is told need not be trusted.
 */
export async function bulkUndo(
  ctx: Context,
  { undo }: BulkUndoInput,
): Promise<{ results: BulkResult[] }> {
  requirePermission(ctx, "ticket.write");
  return { results: await eachTicket(ctx, undo, ({ ticketId }) => ticketId, undoOne) };
}

async function undoOne(ctx: Context, item: BulkUndoItem): Promise<void> {
  const { ticketId, mergeId, read } = item;
  if (read !== undefined) {
    await (read ? markRead(ctx, { ticketId }) : markUnread(ctx, { ticketId }));
    return;
  }
  await transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, ticketId);
    expectVersion(ticket, item.version);
    if (mergeId) await unmergeTickets(tx, { mergeId });
    if (item.before) await putBackFields(tx, ticket, item.before);
  });
}

type Before = NonNullable<BulkUndoItem["before"]>;

async function putBackFields(ctx: Context, now: Ticket, before: Before): Promise<void> {
  const ticketId = now.id;
  const { personId, teamId, priority } = before;
  for (const status of wayBack(now.status, before.status)) {
    await changeStatus(ctx, { ticketId, status });
  }
  if (now.assigneeId !== personId || now.teamId !== teamId) {
    await giveTicket(ctx, { ticketId, personId, teamId });
  }
  if (now.priority !== priority) await setPriority(ctx, { ticketId, priority });
  await changeTags(ctx, {
    ticketId,
    add: before.tags,
    remove: now.tags.filter((tag) => !before.tags.includes(tag)),
  });
  await putBackSnooze(ctx, now, before);
  if (isSettled(before.status)) return;
  await holdAgain(ctx, ticketId, before.held);
  const next = before.nextTryAt === null ? null : new Date(before.nextTryAt);
  if (personId === null && next && next > ctx.now()) await setNextTry(ctx.db, ticketId, next);
}

/** Statuses on the way; people can open any ticket, and move an open one anywhere. */
function wayBack(from: TicketStatus, to: TicketStatus): TicketStatus[] {
  if (from === to) return [];
  return mayMove(from, to, "person") ? [to] : ["open", to];
}

async function putBackSnooze(ctx: Context, now: Ticket, before: Before): Promise<void> {
  const { id: ticketId } = now;
  const until = before.snoozedUntil;
  if (until === null) await wakeTicket(ctx, { ticketId });
  else if (Date.parse(until) > ctx.now().getTime()) await snoozeTicket(ctx, { ticketId, until });
}

/** Drafts that were set aside because this person ended the ticket wait for a review again. */
async function holdAgain(ctx: Context, ticketId: string, held: string[]): Promise<void> {
  for (const id of held) {
    const attempt = await reviewedAttempt(ctx.db, id);
    const own = attempt.ticketId === ticketId && attempt.reviewedBy === requirePerson(ctx);
    if (!own || attempt.outcome !== "taken over") continue;
    const earlier = { reviewState: "held", sentMessageId: null, sentText: null } as const;
    await reopenAttempt(ctx.db, { id, ticketId }, earlier);
  }
}
