import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { connections } from "@/db/schema/channel";
import { ratings } from "@/db/schema/csat";
import { accounts, billingEvents, customerEmails, customers } from "@/db/schema/customer";
import { deliveries } from "@/db/schema/deliver";
import { categories } from "@/db/schema/desk";
import { events } from "@/db/schema/event";
import { people, teams } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";

/** Newest messages and events that a ticket's page holds. */
export const THREAD_LIMIT = 200;
const TIMELINE_LIMIT = 400;
const EARLIER_LIMIT = 6;
const BILLING_LIMIT = 5;

const linkedTickets = alias(tickets, "linked");
const reviewers = alias(people, "reviewers");

/** The ticket with everything that is one row: customer, account, names, linked ticket. */
export async function ticketRow(db: Db, id: string) {
  const [row] = await db
    .select({
      ticket: tickets,
      customer: {
        id: customers.id,
        name: customers.name,
        telephones: customers.telephones,
        aiStopped: customers.aiStopped,
      },
      account: accounts,
      emails: sql<string[]>`array(
        select e.email from ${customerEmails} e
        where e.customer_id = ${customers.id} order by e.created_at, e.email)`,
      category: categories.name,
      team: teams.name,
      teamAiStopped: teams.aiStopped,
      assignee: people.name,
      linked: {
        id: linkedTickets.id,
        number: linkedTickets.number,
        subject: linkedTickets.subject,
        status: linkedTickets.status,
      },
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .innerJoin(categories, eq(categories.slug, tickets.category))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(people, eq(people.id, tickets.assigneeId))
    .leftJoin(linkedTickets, eq(linkedTickets.id, tickets.linkedTicketId))
    .where(eq(tickets.id, id));
  return row ?? null;
}

type MessagePlace = { createdAt: Date; id: string };

/** Where a message stands in its ticket; null: it is not there. */
export async function messagePlace(
  db: Db,
  ticketId: string,
  messageId: string,
): Promise<MessagePlace | null> {
  const [row] = await db
    .select({ createdAt: messages.createdAt, id: messages.id })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.id, messageId)));
  return row ?? null;
}

/** The newest messages (before one of them), newest first, each with its writer and its delivery. */
export function threadRows(db: Db, ticketId: string, before?: MessagePlace) {
  return db
    .select({
      message: messages,
      person: people.name,
      customer: customers.name,
      connection: connections.source,
      delivery: {
        id: deliveries.id,
        state: deliveries.state,
        transport: deliveries.transport,
        destination: deliveries.destination,
        tries: deliveries.tries,
        error: deliveries.lastError,
        sentAt: deliveries.sentAt,
      },
      rating: ratings,
    })
    .from(messages)
    .leftJoin(people, eq(people.id, messages.personId))
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(connections, eq(connections.id, messages.connectionId))
    .leftJoin(deliveries, eq(deliveries.messageId, messages.id))
    .leftJoin(ratings, eq(ratings.messageId, messages.id))
    .where(
      and(
        eq(messages.ticketId, ticketId),
        before &&
          sql`(${messages.createdAt}, ${messages.id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id}::uuid)`,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(THREAD_LIMIT + 1);
}

/** The newest events, newest first. Actor ids are text: not every actor is a person. */
export function timelineRows(db: Db, ticketId: string) {
  return db
    .select({
      event: events,
      person: people.name,
      connection: connections.source,
    })
    .from(events)
    .leftJoin(
      people,
      and(eq(events.actorType, "person"), eq(sql`${people.id}::text`, events.actorId)),
    )
    .leftJoin(
      connections,
      and(eq(events.actorType, "connection"), eq(sql`${connections.id}::text`, events.actorId)),
    )
    .where(eq(events.ticketId, ticketId))
    .orderBy(desc(events.seq))
    .limit(TIMELINE_LIMIT);
}

/** The most urgent open attempt, else the newest. */
export async function attemptRow(db: Db, ticketId: string) {
  const [row] = await db
    .select({ attempt: attempts, reviewer: reviewers.name })
    .from(attempts)
    .leftJoin(reviewers, eq(reviewers.id, attempts.reviewedBy))
    .where(eq(attempts.ticketId, ticketId))
    .orderBy(
      desc(sql`${attempts.reviewState} in ('held', 'flagged')`),
      desc(attempts.createdAt),
      desc(attempts.id),
    )
    .limit(1);
  return row ?? null;
}

/** Other tickets of the same account, newest first. */
export function earlierRows(db: Db, accountId: string, ticketId: string) {
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(and(eq(customers.accountId, accountId), ne(tickets.id, ticketId)))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(EARLIER_LIMIT);
}

export function billingRows(db: Db, accountId: string) {
  return db
    .select()
    .from(billingEvents)
    .where(eq(billingEvents.accountId, accountId))
    .orderBy(desc(billingEvents.at))
    .limit(BILLING_LIMIT);
}

/** Names of everyone and every team: the timeline mentions them by id. Both lists are short. */
export async function deskNames(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .unionAll(db.select({ id: teams.id, name: teams.name }).from(teams));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** "#1042" by id, of tickets that a timeline mentions. */
export async function ticketNames(db: Db, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(inArray(tickets.id, ids));
  return rows.map((row) => [row.id, `#${row.number}`]);
}
