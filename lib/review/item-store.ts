import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, billingEvents, customers } from "@/db/schema/customer";
import { categories } from "@/db/schema/desk";
import { articles, passages } from "@/db/schema/knowledge";
import { people, teams } from "@/db/schema/person";
import { attempts, verdicts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";

const THREAD = 6;
const OPEN = 5;
const BILLING = 3;

/** A draft with its ticket, customer and account; null when there is none. */
export async function itemRow(db: Db, id: string) {
  const [row] = await db
    .select({
      attempt: attempts,
      reviewer: people.name,
      ticket: tickets,
      category: categories.name,
      team: teams.name,
      customer: customers.name,
      account: accounts,
    })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .innerJoin(categories, eq(categories.slug, tickets.category))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(people, eq(people.id, attempts.reviewedBy))
    .where(eq(attempts.id, id));
  return row ?? null;
}

/** The newest public messages, newest first. */
export function publicRows(db: Db, ticketId: string) {
  return db
    .select({
      id: messages.id,
      author: messages.author,
      person: people.name,
      customer: customers.name,
      text: messages.text,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .leftJoin(people, eq(people.id, messages.personId))
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .where(and(eq(messages.ticketId, ticketId), eq(messages.public, true)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(THREAD);
}

/** The passages that a draft names, as they read now. */
export async function passageTexts(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { text: string; articleId: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: passages.id, text: passages.text, articleId: passages.articleId })
    .from(passages)
    .where(inArray(passages.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these are articles, and still there. */
export async function articlesAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Other tickets of the account that are not over, the longest waiting first. */
export function openTickets(db: Db, accountId: string, except: string) {
  return db
    .select({ id: tickets.id, number: tickets.number, subject: tickets.subject })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(
      and(
        eq(customers.accountId, accountId),
        ne(tickets.id, except),
        inArray(tickets.status, ["open", "in_progress", "pending_customer"]),
        isNull(tickets.mergedIntoId),
      ),
    )
    .orderBy(asc(tickets.waitingSince), asc(tickets.id))
    .limit(OPEN);
}

export function billingRows(db: Db, accountId: string) {
  return db
    .select({ kind: billingEvents.kind, detail: billingEvents.detail, at: billingEvents.at })
    .from(billingEvents)
    .where(eq(billingEvents.accountId, accountId))
    .orderBy(desc(billingEvents.at))
    .limit(BILLING);
}

/** The first approval of a draft that wants two; of several the newest. */
export async function firstApproval(db: Db, attemptId: string) {
  const [row] = await db
    .select({ by: { id: people.id, name: people.name }, text: sql<string>`${verdicts.text}` })
    .from(verdicts)
    .innerJoin(people, eq(people.id, verdicts.personId))
    .where(
      and(
        eq(verdicts.attemptId, attemptId),
        eq(verdicts.settled, false),
        isNull(verdicts.undoneAt),
        sql`${verdicts.text} is not null`,
      ),
    )
    .orderBy(desc(verdicts.createdAt))
    .limit(1);
  return row ?? null;
}
