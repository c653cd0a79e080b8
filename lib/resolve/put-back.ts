import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import {
  type Message,
  messageById,
  moveTicket,
  newerCustomerMessage,
  publicThread,
  reopenUnanswered,
  type Ticket,
  updateTicket,
} from "../ticket";
import { isSettled } from "../ticket/model";
import type { Before } from "./send-approved";
import { reopenAttempt } from "./undo-store";
import { undoSettling } from "./verdict-store";

export type Undone = {
  before: Before;
  /** The ticket's status has changed since. */
  moved: boolean;
  /** Nobody has assigned the ticket since, but for the reply itself. */
  assigned: boolean;
};

/** Makes a ticket and its drafts what they were before a reply that is taken back. */
export async function putBack(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  undone: Undone,
): Promise<void> {
  await reopenAttempts(ctx, ticket, undone.before);
  await putBackStatus(ctx, ticket, message, undone);
  if (undone.assigned && undone.before.assigneeId === null && ticket.assigneeId) {
    await updateTicket(ctx.db, ticket.id, { assigneeId: null }, ctx.now());
    const { id: ticketId, teamId } = ticket;
    await recordEvent(ctx, "ticket.assigned", { ticketId, personId: null, teamId });
  }
}

/** A ticket that has moved on keeps its status, or is given back to people as unanswered. */
async function putBackStatus(
  ctx: Context,
  { id: ticketId }: Ticket,
  message: Message,
  { before, moved }: Undone,
): Promise<void> {
  const first = toDate(before.firstResponseAt);
  const waitingSince = toDate(before.waitingSince);
  const change = (fields: Parameters<typeof updateTicket>[2]) =>
    updateTicket(ctx.db, ticketId, fields, ctx.now());

  const answered = await laterReply(ctx, message);
  if (answered) return change({ firstResponseAt: first ?? answered.createdAt });
  if (await newerCustomerMessage(ctx.db, message)) {
    return change({ firstResponseAt: first, ...(waitingSince && { waitingSince }) });
  }
  const because = "The reply was taken back.";
  if (moved) {
    await reopenUnanswered(ctx, { ticketId, mover: "person", because });
    return change({ firstResponseAt: first, ...(waitingSince && { waitingSince }) });
  }
  await moveTicket(ctx, { ticketId, to: before.status, mover: "undo", because });
  await change({
    firstResponseAt: first,
    waitingSince,
    ...(isSettled(before.status) && ends(before)),
  });
}

/**
 * Makes a ticket and its draft what they were before a verdict by which nothing was sent. A ticket
 * that has moved on, or whose customer has written again, keeps its status.
 */
export async function putBackVerdict(
  ctx: Context,
  ticket: Ticket,
  answered: Message | null,
  { before, moved }: Pick<Undone, "before" | "moved">,
): Promise<void> {
  await reopenAttempts(ctx, ticket, before);
  const mine = ctx.actor.type === "person" && ctx.actor.personId === ticket.assigneeId;
  if (mine && before.assigneeId !== ticket.assigneeId) {
    const { id: ticketId, teamId } = ticket;
    const { assigneeId: personId } = before;
    await updateTicket(ctx.db, ticketId, { assigneeId: personId }, ctx.now());
    await recordEvent(ctx, "ticket.assigned", { ticketId, personId, teamId });
  }
  if (moved || !answered || (await newerCustomerMessage(ctx.db, answered))) return;
  const move = { ticketId: ticket.id, because: "The verdict was taken back." };
  // The table of moves leads out of a settled ticket by `open` only.
  if (isSettled(ticket.status) && ticket.status !== before.status) {
    await moveTicket(ctx, { ...move, to: "open", mover: "person" });
  }
  const mover = before.status === "in_progress" ? "person" : "undo";
  await moveTicket(ctx, { ...move, to: before.status, mover });
  const waitingSince = toDate(before.waitingSince);
  const change = { waitingSince, ...(isSettled(before.status) && ends(before)) };
  await updateTicket(ctx.db, ticket.id, change, ctx.now());
}

const ends = ({ resolvedAt, closedAt }: Before) => ({
  resolvedAt: toDate(resolvedAt),
  closedAt: toDate(closedAt),
});

/** Another answer that went out after this one; it holds whatever becomes of this one. */
async function laterReply(ctx: Context, { id, ticketId, createdAt }: Message) {
  const thread = await publicThread(ctx.db, ticketId);
  return thread.find(
    (one) =>
      one.id !== id &&
      (one.author === "agent" || one.author === "ai") &&
      one.createdAt >= createdAt &&
      one.id > id,
  );
}

async function reopenAttempts(ctx: Context, { id: ticketId }: Ticket, before: Before) {
  for (const { id, reviewState, sentMessageId = null } of before.attempts) {
    const sent = sentMessageId && (await messageById(ctx.db, sentMessageId));
    await reopenAttempt(
      ctx.db,
      { id, ticketId },
      { reviewState, sentMessageId, sentText: sent ? sent.text : null },
    );
    await undoSettling(ctx.db, id, ctx.now());
  }
}

const toDate = (time: string | null | undefined) => (time ? new Date(time) : null);
