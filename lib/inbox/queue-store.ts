import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customers } from "@/db/schema/customer";
import { categories } from "@/db/schema/desk";
import { people, teams } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";
import type { QueueSort } from "./model";

/** A queue with its names resolved: what may be asked of the database. */
export type QueueFilter =
  | { kind: "mine"; personId: string }
  | { kind: "unassigned" | "open" | "snoozed" | "review" | "held" }
  | { kind: "sent"; since: Date }
  | { kind: "team"; teamId: string };

/** Where a page ended. `at` is null behind the last ticket that waits. */
export type Cursor = { at: Date | null; id: string };

const SNIPPET = 160;

const stillOpen = inArray(tickets.status, ["open", "in_progress", "pending_customer"]);

/** Merged tickets are in no queue: their messages are elsewhere. */
const notMerged = isNull(tickets.mergedIntoId);

const awake = (now: Date) => or(isNull(tickets.snoozedUntil), lte(tickets.snoozedUntil, now));

/** Open, and neither merged away nor put aside for later. */
const atHand = (now: Date) => and(stillOpen, notMerged, awake(now));

/** Tickets that have an attempt which meets a condition; the index of open reviews serves it. */
function withAttempt(db: Db, condition: ReturnType<typeof and>) {
  return inArray(tickets.id, db.select({ id: attempts.ticketId }).from(attempts).where(condition));
}

function filterOf(db: Db, queue: QueueFilter, now: Date) {
  switch (queue.kind) {
    case "mine":
      return and(eq(tickets.assigneeId, queue.personId), atHand(now));
    case "unassigned":
      return and(isNull(tickets.assigneeId), atHand(now));
    case "open":
      return atHand(now);
    case "snoozed":
      return and(stillOpen, notMerged, gt(tickets.snoozedUntil, now));
    case "review":
      return and(withAttempt(db, eq(attempts.reviewState, "flagged")), notMerged, awake(now));
    case "held":
      return and(withAttempt(db, eq(attempts.reviewState, "held")), notMerged, awake(now));
    case "sent":
      return and(withAttempt(db, sentSince(queue.since)), notMerged);
    case "team":
      return and(eq(tickets.teamId, queue.teamId), atHand(now));
  }
}

const sentSince = (since: Date) =>
  and(inArray(attempts.decision, ["sent", "sent_flagged"]), gte(attempts.createdAt, since));

function behind(sort: QueueSort, cursor: Cursor | null) {
  if (!cursor) return undefined;
  if (sort === "newest") {
    // A comparison of rows, so that the index on (updated_at, id) can be read from there.
    return sql`(${tickets.updatedAt}, ${tickets.id}) < (${cursor.at?.toISOString() ?? null}::timestamptz, ${cursor.id}::uuid)`;
  }
  if (!cursor.at) return and(isNull(tickets.waitingSince), sql`${tickets.id} > ${cursor.id}::uuid`);
  return or(
    sql`(${tickets.waitingSince}, ${tickets.id}) > (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`,
    isNull(tickets.waitingSince),
  );
}

/** One page of a queue with all that its rows show, in one query. */
export function queueRows(
  db: Db,
  queue: QueueFilter,
  sort: QueueSort,
  cursor: Cursor | null,
  page: { limit: number; now: Date },
) {
  const newest = db
    .select({
      author: messages.author,
      name: sql<string | null>`(select p.name from people p where p.id = ${messages.personId})`.as(
        "writer",
      ),
      text: sql<string>`left(${messages.text}, ${SNIPPET})`.as("words"),
    })
    .from(messages)
    .where(and(eq(messages.ticketId, tickets.id), eq(messages.public, true)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1)
    .as("newest");
  const attempt = urgentAttempt(db);
  return db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      customer: customers.name,
      snippet: { author: newest.author, name: newest.name, text: newest.text },
      status: tickets.status,
      priority: tickets.priority,
      intent: tickets.primaryIntent,
      category: categories.name,
      team: teams.name,
      assigneeId: tickets.assigneeId,
      assignee: people.name,
      waitingSince: tickets.waitingSince,
      updatedAt: tickets.updatedAt,
      snoozedUntil: tickets.snoozedUntil,
      linkKind: tickets.linkKind,
      nextTryAt: tickets.nextTryAt,
      decision: attempt.decision,
      reviewState: attempt.reviewState,
      confidence: attempt.confidence,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .innerJoin(categories, eq(categories.slug, tickets.category))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(people, eq(people.id, tickets.assigneeId))
    .leftJoinLateral(newest, sql`true`)
    .leftJoinLateral(attempt, sql`true`)
    .where(and(filterOf(db, queue, page.now), behind(sort, cursor)))
    .orderBy(
      ...(sort === "newest"
        ? [desc(tickets.updatedAt), desc(tickets.id)]
        : [asc(tickets.waitingSince), asc(tickets.id)]),
    )
    .limit(page.limit);
}

/** Of each ticket the most urgent open attempt, else the newest. */
function urgentAttempt(db: Db) {
  return db
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
}

const whole = (value: ReturnType<typeof sql>) => sql<number>`${value}`.mapWith(Number);

/** Open tickets by team, with how many of them are mine or nobody's. */
export function openByTeam(db: Db, personId: string, now: Date) {
  return db
    .select({
      teamId: tickets.teamId,
      open: whole(sql`count(*)`),
      mine: whole(sql`count(*) filter (where ${tickets.assigneeId} = ${personId})`),
      unassigned: whole(sql`count(*) filter (where ${tickets.assigneeId} is null)`),
    })
    .from(tickets)
    .where(atHand(now))
    .groupBy(tickets.teamId);
}

export async function snoozedCount(db: Db, now: Date): Promise<number> {
  const [row] = await db
    .select({ count: whole(sql`count(*)`) })
    .from(tickets)
    .where(filterOf(db, { kind: "snoozed" }, now));
  return row?.count ?? 0;
}

/** Tickets (not attempts) that wait for review or are held. */
export function reviewCounts(db: Db, now: Date) {
  return db
    .select({
      state: attempts.reviewState,
      count: whole(sql`count(distinct ${attempts.ticketId})`),
    })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .where(and(inArray(attempts.reviewState, ["flagged", "held"]), notMerged, awake(now)))
    .groupBy(attempts.reviewState);
}

/** Tickets that the desk has answered by itself since. */
export async function sentCount(db: Db, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: whole(sql`count(distinct ${attempts.ticketId})`) })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .where(and(sentSince(since), notMerged));
  return row?.count ?? 0;
}

export function allTeams(db: Db) {
  return db.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name));
}

/** People who can sign in and have not left. */
export function activePeople(db: Db) {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name));
}

export async function personRow(db: Db, id: string) {
  const [row] = await db
    .select({ id: people.id, name: people.name, email: people.email, role: people.role })
    .from(people)
    .where(eq(people.id, id));
  return row ?? null;
}
