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
    ...(isSettled(before.status) && {
      resolvedAt: toDate(before.resolvedAt),
      closedAt: toDate(before.closedAt),
    }),
  });
}

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
  }
}

const toDate = (time: string | null | undefined) => (time ? new Date(time) : null);
