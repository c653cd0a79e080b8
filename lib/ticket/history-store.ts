import { and, asc, desc, eq, gt, isNull, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages, tickets } from "@/db/schema/ticket";
import type { Message } from "./store";

/** Earlier and later tickets of the same customer, newest first. */
export async function earlierTickets(db: Db, customerId: string, except: string, limit = 10) {
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      primaryIntent: tickets.primaryIntent,
      createdAt: tickets.createdAt,
    })
    .from(tickets)
    .where(and(eq(tickets.customerId, customerId), ne(tickets.id, except)))
    .orderBy(desc(tickets.createdAt))
    .limit(limit);
}

/** Messages of the customer that no public reply has followed, oldest first. */
export async function unansweredMessages(db: Db, ticketId: string): Promise<Message[]> {
  const lastReply = sql`(select max(reply.created_at) from messages reply
    where reply.ticket_id = ${ticketId} and reply.public and reply.author in ('agent', 'ai'))`;
  const newest = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.public, true),
        eq(messages.author, "customer"),
        sql`${messages.createdAt} > coalesce(${lastReply}, '-infinity')`,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(50);
  return newest.reverse();
}

/**
 * How often the AI has replied by itself in this ticket, and to this customer anywhere since `since`.
 * A draft that a person has approved is that person's decision, so it is not counted.
 */
export async function aiRepliesTo(
  db: Db,
  ticket: { id: string; customerId: string },
  since: Date,
): Promise<{ inTicket: number; toCustomer: number }> {
  const replies = and(
    eq(messages.author, "ai"),
    eq(messages.public, true),
    isNull(messages.personId),
  );
  const [inTicket] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .where(and(replies, eq(messages.ticketId, ticket.id)));
  const [toCustomer] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(and(replies, eq(tickets.customerId, ticket.customerId), gt(messages.createdAt, since)));
  return { inTicket: inTicket?.count ?? 0, toCustomer: toCustomer?.count ?? 0 };
}

/** A condition for other tables' queries: the ticket with this id belongs to the demo. */
export function isDemoTicket(ticketId: SQLWrapper): SQL {
  return sql`exists (select 1 from tickets where tickets.id = ${ticketId} and tickets.demo)`;
}

/** All texts of the customer in a ticket, oldest first; at most `limit`, the newest. */
export async function customerMessages(db: Db, ticketId: string, limit = 20): Promise<Message[]> {
  const newest = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.author, "customer"),
        eq(messages.kind, "message"),
        eq(messages.public, true),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
  return newest.reverse();
}

/** Public replies of people in a ticket: a sign that someone has taken it over. */
export async function personHasReplied(db: Db, ticketId: string): Promise<boolean> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(eq(messages.ticketId, ticketId), eq(messages.author, "agent"), eq(messages.public, true)),
    )
    .orderBy(asc(messages.id))
    .limit(1);
  return rows.length > 0;
}
