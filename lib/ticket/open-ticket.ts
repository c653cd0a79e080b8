import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import type { NewMessage } from "./add-message";
import { linkKindOf, type NewTicket } from "./create-ticket";
import type { TicketStatus } from "./model";
import { insertOpened } from "./open-store";

/** The first message of a ticket; the rest is as in `NewMessage`. */
export type FirstMessage = Omit<NewMessage, "ticketId">;

export type OpenedTicket = {
  ticketId: string;
  messageId: string;
  status: TicketStatus;
  createdAt: Date;
};

/**
 * Stores a new ticket with its participants and first message, in one statement: this is the path
 * that every request takes. A customer's message starts the wait, as in `addMessage`.
 *
 * @returns null when another ticket holds the conversation id by now
 */
export async function openTicket(
  ctx: Context,
  ticket: NewTicket,
  message: FirstMessage,
): Promise<OpenedTicket | null> {
  const ticketId = newId();
  const messageId = newId();
  const waits = message.public && message.author === "customer";
  const row = {
    id: ticketId,
    conversation_id: ticket.conversationId,
    customer_id: ticket.customerId,
    channel: ticket.channel,
    source: ticket.source,
    connection_id: ticket.connectionId,
    subject: ticket.subject,
    body: ticket.body,
    escalation_reason: ticket.escalationReason,
    product_area: ticket.productArea,
    linked_ticket_id: ticket.linkedTicketId,
    link_kind: linkKindOf(ticket),
    historic: ticket.historic ?? false,
    value: ticket.value ?? 0,
    created_at: ticket.createdAt,
    updated_at: ctx.now(),
    waiting_since: waits ? message.createdAt : null,
    tags: ticket.tags ?? [],
    tools_used: ticket.toolsUsed ?? [],
    participants: ticket.participants,
  };
  const first = {
    id: messageId,
    kind: message.kind ?? "message",
    author: message.author,
    customer_id: message.customerId,
    public: message.public,
    text: message.text,
    external_id: message.externalId,
    connection_id: message.connectionId,
    landed_because: message.landedBecause ?? "",
    metadata: message.metadata ?? {},
    attachments: message.attachments ?? [],
    created_at: message.createdAt,
  };
  const opened = await insertOpened(ctx.db, JSON.stringify({ ticket: row, message: first }));
  return opened ? { ticketId, messageId, status: "open", createdAt: ticket.createdAt } : null;
}
