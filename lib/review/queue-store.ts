import { and, asc, desc, eq, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, customers } from "@/db/schema/customer";
import { categories } from "@/db/schema/desk";
import { people } from "@/db/schema/person";
import { attempts, reviewLeases, secondLooks } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import type { ReviewKind, ReviewQuery } from "./model";

/** Who asks, and what is set. */
export type Asking = {
  personId: string;
  /** May settle replies that were sent. */
  flagged: boolean;
  now: Date;
  fourEyes: readonly string[];
};

const when = (now: Date) => sql`${now.toISOString()}::timestamptz`;
const whole = (value: SQL) => sql<number>`${value}`.mapWith(Number);

const looked = sql`exists (select 1 from second_looks l where l.attempt_id = ${attempts.id} and l.settled_at is null)`;

/** A colleague asks this person, or any other than themselves. */
const asksMe = (me: string) =>
  sql`exists (select 1 from second_looks l where l.attempt_id = ${attempts.id}
    and l.settled_at is null and l.asked_by <> ${me}::uuid
    and (l.asked_of is null or l.asked_of = ${me}::uuid))`;

/** This person's first approval stands, and waits for another's. */
const approvedBy = (me: string) =>
  sql`exists (select 1 from verdicts v where v.attempt_id = ${attempts.id}
    and v.person_id = ${me}::uuid and not v.settled and v.undone_at is null)`;

/** The one reason that a draft is shown under; what somebody asked for comes first. */
function kindOf({ personId, fourEyes }: Asking): SQL<ReviewKind> {
  const four = sql`${tickets.category} = any(${sql.param([...fourEyes])}::text[])`;
  return sql<ReviewKind>`case
    when ${asksMe(personId)} then 'second'
    when ${attempts.reviewState} = 'held' and ${four} then 'four_eyes'
    when ${attempts.reviewState} = 'held' then 'held'
    when ${attempts.sampleRate} is not null then 'sampled'
    else 'flagged' end`;
}

/** Not now: put off, asked of a colleague, or approved and waiting for the second. */
function isLater({ personId, now }: Asking): SQL {
  return sql`(not ${asksMe(personId)} and (coalesce(${attempts.laterUntil} > ${when(now)}, false)
    or ${looked} or ${approvedBy(personId)}))`;
}

/** Waits for a person at all, and passes the filters other than the kind. */
function waits(asking: Asking, query: ReviewQuery) {
  const open = asking.flagged
    ? sql`${attempts.reviewState} in ('flagged', 'held')`
    : sql`${attempts.reviewState} = 'held'`;
  return and(
    open,
    isNull(tickets.mergedIntoId),
    or(isNull(tickets.snoozedUntil), lte(tickets.snoozedUntil, asking.now)),
    query.category === undefined ? undefined : eq(tickets.category, query.category),
    query.channel === undefined ? undefined : eq(tickets.channel, query.channel),
    query.team === undefined ? undefined : eq(tickets.teamId, query.team),
    query.from === undefined ? undefined : gte(attempts.confidence, query.from),
    query.to === undefined ? undefined : lte(attempts.confidence, query.to),
    query.whose === undefined ? undefined : eq(tickets.assigneeId, asking.personId),
  );
}

/**
 * Drafts that wait, with all that their risk is made from. The most pressing tickets first, so that
 * what is beyond `limit` is the least.
 */
export function waitingRows(db: Db, asking: Asking, query: ReviewQuery, limit: number) {
  const kind = kindOf(asking);
  const later = isLater(asking);
  const filter =
    query.kind === "later"
      ? later
      : and(sql`not ${later}`, query.kind && sql`${kind} = ${query.kind}`);
  return db
    .select({
      id: attempts.id,
      kind,
      decision: attempts.decision,
      reviewState: attempts.reviewState,
      confidence: attempts.confidence,
      sentences: attempts.sentences,
      source: sql<string | null>`${attempts.sources} -> 0 ->> 'articleId'`,
      novelty: sql<unknown>`${attempts.snapshot} -> 'prediction' -> 'novelty'`,
      createdAt: attempts.createdAt,
      ticketId: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      channel: tickets.channel,
      priority: tickets.priority,
      intent: tickets.primaryIntent,
      sentiment: tickets.sentiment,
      waitingSince: tickets.waitingSince,
      category: categories.name,
      customer: customers.name,
      tier: accounts.tier,
      seats: accounts.seats,
      with: { id: people.id, name: people.name },
    })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .innerJoin(categories, eq(categories.slug, tickets.category))
    .leftJoin(
      reviewLeases,
      and(
        eq(reviewLeases.attemptId, attempts.id),
        sql`${reviewLeases.until} > ${when(asking.now)}`,
        sql`${reviewLeases.personId} <> ${asking.personId}::uuid`,
      ),
    )
    .leftJoin(people, eq(people.id, reviewLeases.personId))
    .where(and(waits(asking, query), filter))
    .orderBy(
      desc(asksMe(asking.personId)),
      desc(sql`array_position(array['low','normal','high','urgent'], ${tickets.priority})`),
      asc(attempts.createdAt),
      asc(attempts.id),
    )
    .limit(limit);
}

/** How many of each kind, within the other filters. */
export function waitingCounts(db: Db, asking: Asking, query: ReviewQuery) {
  const kind = sql<
    ReviewKind | "later"
  >`case when ${isLater(asking)} then 'later' else ${kindOf(asking)} end`;
  return db
    .select({ kind, count: whole(sql`count(*)`) })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .where(waits(asking, query))
    .groupBy(sql`1`);
}

/** The kind of one draft, as it would stand in the queue of whoever asks. */
export async function kindOfOne(db: Db, asking: Asking, id: string): Promise<ReviewKind | null> {
  const [row] = await db
    .select({ kind: kindOf(asking) })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .where(eq(attempts.id, id));
  return row?.kind ?? null;
}

/** Who asked for a second look at a draft, of whom, and why. */
export async function lookRow(db: Db, attemptId: string) {
  const [row] = await db
    .select({
      by: { id: people.id, name: people.name },
      ofId: secondLooks.askedOf,
      ofName: sql<string | null>`(select p.name from people p where p.id = ${secondLooks.askedOf})`,
      note: secondLooks.note,
    })
    .from(secondLooks)
    .innerJoin(people, eq(people.id, secondLooks.askedBy))
    .where(and(eq(secondLooks.attemptId, attemptId), isNull(secondLooks.settledAt)));
  return row ?? null;
}

export function categoryRows(db: Db) {
  return db
    .select({ slug: categories.slug, name: categories.name })
    .from(categories)
    .where(isNull(categories.archivedAt))
    .orderBy(asc(categories.name));
}
