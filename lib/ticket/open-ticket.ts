import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import type { NewMessage } from "./add-message";
import type { NewTicket } from "./create-ticket";
import type { TicketStatus } from "./model";

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
    linked_ticket_id: ticket.linkedTicketId,
    historic: ticket.historic ?? false,
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

/** One parameter for both rows: a long list of columns would be planned and described each time. */
async function insertOpened(db: Db, rows: string): Promise<boolean> {
  const stored = await rowsOf<{ id: string }>(
    db,
    sql`with input as (
          select r -> 'ticket' as t, r -> 'message' as m from (select ${rows}::text::jsonb as r) given
        ), opened as (
          insert into tickets (id, conversation_id, customer_id, channel, source, connection_id,
            subject, body, escalation_reason, linked_ticket_id, historic, created_at, updated_at,
            waiting_since, tags, tools_used)
          select r.id, r.conversation_id, r.customer_id, r.channel, r.source, r.connection_id,
            r.subject, r.body, r.escalation_reason, r.linked_ticket_id, r.historic, r.created_at,
            r.updated_at, r.waiting_since, r.tags, r.tools_used
          from input, jsonb_populate_record(null::tickets, t) r
          on conflict (conversation_id) where conversation_id is not null do nothing
          returning id
        ), addressed as (
          insert into ticket_participants (ticket_id, email)
          select opened.id, p from opened, input, jsonb_array_elements_text(t -> 'participants') p
        ), said as (
          insert into messages (id, ticket_id, kind, author, customer_id, public, text, external_id,
            connection_id, landed_because, metadata, attachments, created_at)
          select r.id, opened.id, r.kind, r.author, r.customer_id, r.public, r.text, r.external_id,
            r.connection_id, r.landed_because, r.metadata, r.attachments, r.created_at
          from opened, input, jsonb_populate_record(null::messages, m) r
        )
        select id from opened`,
  );
  return stored.length === 1;
}
