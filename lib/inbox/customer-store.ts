import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import {
  accounts,
  billingEvents,
  customerEmails,
  customerNotes,
  customers,
} from "@/db/schema/customer";
import { people } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import type { TicketStatus } from "../ticket/model";
import type { Place } from "./place";

/** Newest rows of each list on a customer's page. */
const NOTES = 200;
const BILLING = 50;
const COLLEAGUES = 30;
const SENTIMENTS = 60;

const addresses = sql<string[]>`array(
  select e.email from ${customerEmails} e
  where e.customer_id = ${customers.id} order by e.created_at, e.email)`;

/** The person with their account. */
export async function customerRow(db: Db, id: string) {
  const [row] = await db
    .select({ customer: customers, account: accounts, emails: addresses })
    .from(customers)
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .where(eq(customers.id, id));
  return row ?? null;
}

/** Notes on a customer with who wrote them, newest first. */
export function noteRows(db: Db, customerId: string) {
  return db
    .select({
      id: customerNotes.id,
      personId: customerNotes.personId,
      author: people.name,
      text: customerNotes.text,
      createdAt: customerNotes.createdAt,
      updatedAt: customerNotes.updatedAt,
    })
    .from(customerNotes)
    .leftJoin(people, eq(people.id, customerNotes.personId))
    .where(eq(customerNotes.customerId, customerId))
    .orderBy(desc(customerNotes.id))
    .limit(NOTES);
}

/** Tags of a customer; null when there is no such customer. */
export async function tagsOf(db: Db, customerId: string): Promise<string[] | null> {
  const [row] = await db
    .select({ tags: customers.tags })
    .from(customers)
    .where(eq(customers.id, customerId));
  return row?.tags ?? null;
}

export function billingOf(db: Db, accountId: string) {
  return db
    .select()
    .from(billingEvents)
    .where(eq(billingEvents.accountId, accountId))
    .orderBy(desc(billingEvents.at))
    .limit(BILLING);
}

export function colleaguesOf(db: Db, customerId: string, accountId: string) {
  return db
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(and(eq(customers.accountId, accountId), ne(customers.id, customerId)))
    .orderBy(asc(customers.name), asc(customers.id))
    .limit(COLLEAGUES);
}

/** How a customer sounded, newest ticket first. */
export function sentimentsOf(db: Db, customerId: string) {
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      at: tickets.createdAt,
      value: tickets.sentiment,
    })
    .from(tickets)
    .where(and(eq(tickets.customerId, customerId), isNotNull(tickets.sentiment)))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(SENTIMENTS);
}

/** Tickets of a person, or of everybody in an account, newest first. */
export function ticketsOf(
  db: Db,
  whose: { customerId: string } | { accountId: string },
  before: Place | null,
  limit: number,
) {
  const attempt = db
    .select({
      decision: attempts.decision,
      reviewState: attempts.reviewState,
      confidence: attempts.confidence,
    })
    .from(attempts)
    .where(eq(attempts.ticketId, tickets.id))
    .orderBy(
      desc(sql`${attempts.reviewState} in ('held', 'flagged')`),
      desc(attempts.createdAt),
      desc(attempts.id),
    )
    .limit(1)
    .as("attempt");
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      customer: customers.name,
      status: tickets.status,
      mergedIntoId: tickets.mergedIntoId,
      createdAt: tickets.createdAt,
      decision: attempt.decision,
      reviewState: attempt.reviewState,
      confidence: attempt.confidence,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoinLateral(attempt, sql`true`)
    .where(
      and(
        "customerId" in whose
          ? eq(tickets.customerId, whose.customerId)
          : eq(customers.accountId, whose.accountId),
        // A comparison of rows, so that the index on (customer_id, created_at) can be read from there.
        before
          ? sql`(${tickets.createdAt}, ${tickets.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(limit);
}

/** A customer by the place of their newest activity. */
type Active = { customerId: string; at: Date; id: string };

/** What a cursor compares with: the ticket that changed last, and when. */
const behind = (before: Place | null, at: string, id: string) =>
  before
    ? sql`and (${sql.raw(at)}, ${sql.raw(id)}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
    : sql``;

type ActiveRow = { customer: string; at: string | Date; id: string };

const toActive = ({ customer, at, id }: ActiveRow): Active => ({
  customerId: customer,
  at: new Date(at),
  id,
});

/**
 * Customers whose tickets changed last. Reads the index of all tickets from the newest change on
 * and keeps of each customer the newest: as much is read as the page needs.
 */
export async function lastActive(db: Db, before: Place | null, limit: number): Promise<Active[]> {
  const rows = await rowsOf<ActiveRow>(
    db,
    sql`select t.customer_id as customer, t.updated_at as at, t.id
        from ${tickets} t
        where (
          -- Asked ticket by ticket: as a join, all of them would be read first.
          select true from ${tickets} n
          where n.customer_id = t.customer_id and (n.updated_at, n.id) > (t.updated_at, t.id)
          limit 1
        ) is null ${behind(before, "t.updated_at", "t.id")}
        order by t.updated_at desc, t.id desc
        limit ${limit}`,
  );
  return rows.map(toActive);
}

/** Of the customers that a search finds, so many; whoever wants others writes more of the name. */
const FOUND = 500;

/**
 * Customers whose name or address holds `q`, or whose name is spelt nearly so, last active first.
 * Of one or two letters only beginnings are looked for: the index knows no less.
 */
export async function foundActive(
  db: Db,
  q: string,
  before: Place | null,
  limit: number,
): Promise<Active[]> {
  const words = q.replace(/[\\%_]/g, "\\$&");
  const part = q.length < 3 ? `${words}%` : `%${words}%`;
  const rows = await rowsOf<ActiveRow>(
    db,
    sql`with found as materialized (
          (select c.id, c.created_at, word_similarity(${q}, c.name) as likeness
            from ${customers} c
            where c.name ilike ${part} or ${q} <% c.name
            order by likeness desc, c.id limit ${FOUND})
          union
          (select c.id, c.created_at, 1 from ${customerEmails} e
            join ${customers} c on c.id = e.customer_id
            where e.email ilike ${part}
            order by e.email limit ${FOUND})
        ), active as (
          select distinct on (f.id) f.id as customer,
            coalesce(t.updated_at, f.created_at) as at, coalesce(t.id, f.id) as id
          from found f
          left join lateral (
            select n.updated_at, n.id from ${tickets} n where n.customer_id = f.id
            order by n.updated_at desc, n.id desc limit 1
          ) t on true
        )
        select customer, at, id from active
        where true ${behind(before, "at", "id")}
        order by at desc, id desc
        limit ${limit}`,
  );
  return rows.map(toActive);
}

const OPEN: readonly TicketStatus[] = ["open", "in_progress", "pending_customer"];

/** What the list says of each of these customers. */
export function customerRows(db: Db, ids: readonly string[]) {
  const of = sql`select count(*)::int from tickets t where t.customer_id = customers.id`;
  return db
    .select({
      id: customers.id,
      name: customers.name,
      tags: customers.tags,
      emails: addresses,
      account: { name: accounts.name, tier: accounts.tier, seats: accounts.seats },
      tickets: sql<number>`(${of})`,
      open: sql<number>`(${of} and t.merged_into_id is null
        and t.status in ${OPEN})`,
    })
    .from(customers)
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .where(inArray(customers.id, [...ids]));
}
