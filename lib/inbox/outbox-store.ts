import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { messages, tickets } from "@/db/schema/ticket";

/** Where a page ended. */
export type OutboxCursor = { at: Date; id: string };

const ROW = {
  id: deliveries.id,
  ticket: {
    id: tickets.id,
    number: tickets.number,
    subject: tickets.subject,
    demo: tickets.demo,
  },
  destination: deliveries.destination,
  transport: deliveries.transport,
  state: deliveries.state,
  tries: deliveries.tries,
  lastError: deliveries.lastError,
  createdAt: deliveries.createdAt,
  sentAt: deliveries.sentAt,
};

/** One page of deliveries, newest first. */
export function outboxRows(db: Db, cursor: OutboxCursor | null, limit: number) {
  return db
    .select(ROW)
    .from(deliveries)
    .innerJoin(tickets, eq(tickets.id, deliveries.ticketId))
    .where(
      // A comparison of rows, so that the index on (created_at, id) can be read from there.
      cursor
        ? sql`(${deliveries.createdAt}, ${deliveries.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit);
}

export async function outboxItemRow(db: Db, id: string) {
  const [row] = await db
    .select({
      ...ROW,
      stableId: deliveries.stableId,
      raw: deliveries.raw,
      text: messages.text,
      response: deliveries.response,
    })
    .from(deliveries)
    .innerJoin(tickets, eq(tickets.id, deliveries.ticketId))
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .where(eq(deliveries.id, id));
  return row ?? null;
}
