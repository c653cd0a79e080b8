import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";

export async function statusOf(db: Db, ticketId: string) {
  const [row] = await db
    .select({ status: tickets.status })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  return row?.status ?? null;
}

/** What the customer wrote, and our replies that have left; the newest `limit`, oldest first. */
export async function shownToCustomer(db: Db, ticketId: string, limit: number) {
  const shown = sql`(${messages.author} = 'customer' or ${messages.metadata} @> '{"fromHistory": true}'
    or exists (select 1 from ${deliveries}
      where ${deliveries.messageId} = ${messages.id} and ${deliveries.state} = 'sent'))`;
  const newest = await db
    .select({ author: messages.author, text: messages.text, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.public, true), shown))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
  return newest.reverse();
}

/** Tickets among `ids` that this connection has sent, each with its latest attempt. */
export async function ticketsOfConnection(db: Db, connectionId: string, ids: string[]) {
  const latest = db
    .selectDistinctOn([attempts.ticketId], {
      ticketId: attempts.ticketId,
      decision: attempts.decision,
      confidence: attempts.confidence,
    })
    .from(attempts)
    .where(inArray(attempts.ticketId, ids))
    .orderBy(attempts.ticketId, desc(attempts.createdAt))
    .as("latest");
  return db
    .select({
      id: tickets.id,
      category: tickets.category,
      intent: tickets.primaryIntent,
      priority: tickets.priority,
      status: tickets.status,
      decision: latest.decision,
      confidence: latest.confidence,
    })
    .from(tickets)
    .leftJoin(latest, eq(latest.ticketId, tickets.id))
    .where(and(inArray(tickets.id, ids), eq(tickets.connectionId, connectionId)));
}
