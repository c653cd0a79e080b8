import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";

/**
 * A ticket, its participants and its first message in one statement, from one document of the form
 * `{ticket, message}` whose keys are columns. @returns false when its conversation has a ticket
 */
export async function insertOpened(db: Db, rows: string): Promise<boolean> {
  const stored = await rowsOf<{ id: string }>(
    db,
    sql`with input as (
          select r -> 'ticket' as t, r -> 'message' as m from (select ${rows}::text::jsonb as r) given
        ), opened as (
          insert into tickets (id, conversation_id, customer_id, channel, source, connection_id,
            subject, body, escalation_reason, linked_ticket_id, link_kind, historic, created_at, updated_at,
            waiting_since, tags, tools_used, value, product_area)
          select r.id, r.conversation_id, r.customer_id, r.channel, r.source, r.connection_id,
            r.subject, r.body, r.escalation_reason, r.linked_ticket_id, r.link_kind, r.historic, r.created_at,
            r.updated_at, r.waiting_since, r.tags, r.tools_used, r.value, r.product_area
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
