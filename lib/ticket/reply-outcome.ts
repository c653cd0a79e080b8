import type { Context } from "../platform/context";
import { newerCustomerMessage } from "./message-store";
import { type Mover, mayMove, type TicketStatus } from "./model";
import { moveTicket } from "./move-ticket";
import { lockTicket, type Message, updateTicket } from "./store";
import { lastAsked } from "./wait-store";

type Delivered = { message: Message; thenStatus: TicketStatus | null; because: string };

/**
 * What a delivered reply makes of its ticket. Does nothing when the customer has written again or
 * somebody has settled the ticket meanwhile. Call it inside a transaction.
 */
export async function replyDelivered(ctx: Context, reply: Delivered): Promise<void> {
  const { message, thenStatus, because } = reply;
  // An acknowledgement answers nothing: the customer still waits.
  if (message.author === "system") return;
  const ticket = await lockTicket(ctx.db, message.ticketId);
  if (await newerCustomerMessage(ctx.db, message)) return;
  // A failed delivery had started the wait again; now the customer has the answer.
  if (ticket.waitingSince) await updateTicket(ctx.db, ticket.id, { waitingSince: null }, ctx.now());
  if (ticket.status !== "open" && ticket.status !== "in_progress") return;
  if (!thenStatus) return;
  const mover: Mover = mayMove(ticket.status, thenStatus, "ai") ? "ai" : "system";
  await moveTicket(ctx, { ticketId: ticket.id, to: thenStatus, mover, because });
  if (thenStatus === "resolved") {
    await updateTicket(ctx.db, ticket.id, { resolution: message.text }, ctx.now());
  }
}

/**
 * Gives a ticket back to people, waiting since the customer's last message: what was meant as the
 * answer has not reached them, or was no answer. Call it inside a transaction.
 */
export async function reopenUnanswered(
  ctx: Context,
  { ticketId, mover, because }: { ticketId: string; mover: Mover; because: string },
): Promise<void> {
  const ticket = await lockTicket(ctx.db, ticketId);
  await moveTicket(ctx, { ticketId, to: "open", mover, because });
  if (ticket.waitingSince) return;
  const waitingSince = (await lastAsked(ctx.db, ticketId)) ?? ctx.now();
  await updateTicket(ctx.db, ticketId, { waitingSince }, ctx.now());
}
