import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customers } from "@/db/schema/customer";
import { messages, tickets } from "@/db/schema/ticket";

/** Characters of a message that are searched for its hits; the index has as many. */
const READ = 100_000;

/** What is ranked and shown of tickets. */
export function ticketsShown(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      customer: customers.name,
      status: tickets.status,
      updatedAt: tickets.updatedAt,
      mergedIntoId: tickets.mergedIntoId,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(inArray(tickets.id, [...ids]));
}

export type ShownTicket = Awaited<ReturnType<typeof ticketsShown>>[number];

export function messageTexts(db: Db, ids: readonly string[]) {
  return db
    .select({ id: messages.id, text: sql<string>`left(${messages.text}, ${READ})` })
    .from(messages)
    .where(inArray(messages.id, [...ids]));
}

/** How tickets begin, for those that were found by something other than a message. */
export function ticketBeginnings(db: Db, ids: readonly string[]) {
  return db
    .select({ id: tickets.id, text: sql<string>`left(${tickets.body}, 400)` })
    .from(tickets)
    .where(inArray(tickets.id, [...ids]));
}
