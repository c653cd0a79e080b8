import { and, gte, ilike, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { tickets } from "@/db/schema/ticket";
import { accountValue, TIERS } from "../customer/model";
import { fromPublicId } from "../platform/ids";
import { TEAM_PREFIX, type ViewFilter, type ViewTest } from "../view/model";

/** Who looks, and when: `me` and "in the last hour" mean something else to each. */
export type Looker = { personId: string; now: Date };

const MINUTE_MS = 60_000;
/** How far ahead something is due soon. */
const SOON_MS = 3_600_000;

const before = ({ now }: Looker, minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
export const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** What is still to be done: written out as in the partial indexes, or they would not be used. */
export const listed = sql`tickets.status in ('open', 'in_progress', 'pending_customer') and tickets.merged_into_id is null`;

/** Not put aside for later. */
export const awake = (now: Date) =>
  sql`(tickets.snoozed_until is null or tickets.snoozed_until <= ${moment(now)})`;

export const snoozed = (now: Date) => sql`tickets.snoozed_until > ${moment(now)}`;

/**
 * Tickets of a short list of ids. The list is made first: joined, the planner would walk an order
 * and look each ticket up in it, as if those of the list stood evenly in that order.
 */
export const among = (ids: SQL) => sql`tickets.id = any(array(${ids}))`;

export const mentioning = (personId: string) =>
  among(sql`select m.ticket_id from mentions m where m.person_id = ${personId}::uuid`);

export const soon = (now: Date) => new Date(now.getTime() + SOON_MS);

/** Due by then, or missed. */
export const due = (by: Date) =>
  among(sql`select c.ticket_id from ticket_clocks c
    where c.due_at is not null and c.due_at <= ${moment(by)}`);

/**
 * The person has looked since the customer last wrote; a ticket that has not changed since needs no
 * look at its messages. Asked ticket by ticket on purpose: as a join, the planner would go through
 * all tickets that there ever were, in the order of their ids.
 */
const readBy = (personId: string) => sql<boolean>`coalesce((
  select r.read_at >= tickets.updated_at or not exists (select 1 from messages m
    where m.ticket_id = tickets.id and m.author = 'customer' and m.public and m.created_at > r.read_at)
  from ticket_reads r where r.ticket_id = tickets.id and r.person_id = ${personId}::uuid), false)`;

/** Tickets that a filter lets through; undefined: all. */
export function filterSql(filter: ViewFilter, looker: Looker): SQL | undefined {
  const parts = filter.tests.map((test) => testSql(test, looker));
  return filter.match === "any" ? or(...parts) : and(...parts);
}

/** One test on a row of `tickets`. */
export function testSql(test: ViewTest, looker: Looker): SQL | undefined {
  switch (test.field) {
    case "status":
      return inArray(tickets.status, test.in);
    case "priority":
      return inArray(tickets.priority, test.in);
    case "channel":
      return inArray(tickets.channel, test.in);
    case "source":
      return inArray(tickets.source, test.in);
    case "category":
      return inArray(tickets.category, test.in);
    case "intent":
      return inArray(tickets.primaryIntent, test.in);
    case "language":
      return inArray(tickets.language, test.in);
    case "tag":
      return sql`${tickets.tags} && ${words(test.in)}`;
    case "team":
      return oneOrNone(tickets.teamId, test.in.map(teamOf));
    case "assignee":
      return oneOrNone(
        tickets.assigneeId,
        test.in.map((id) => (id === "me" ? looker.personId : id)),
      );
    case "sentiment":
      return within(tickets.sentiment, test);
    case "confidence":
      return within(tickets.confidenceScore, test);
    case "waiting":
      return lte(tickets.waitingSince, before(looker, test.atLeast));
    case "created":
      return gte(tickets.createdAt, before(looker, test.within));
    case "updated":
      return gte(tickets.updatedAt, before(looker, test.within));
    case "subject":
      return ilike(tickets.subject, pattern(test.contains));
    case "snoozed":
      return test.is ? snoozed(looker.now) : awake(looker.now);
    case "unread":
      return test.is ? sql`not ${readBy(looker.personId)}` : readBy(looker.personId);
    case "mentions":
      return mentioning(looker.personId);
    default:
      return elsewhereSql(test, looker);
  }
}

type Elsewhere = Extract<
  ViewTest,
  { field: "tier" | "decision" | "review" | "sla" | "customer" | "account" }
>;

/** Tests on what stands in other tables. */
function elsewhereSql(test: Elsewhere, { now }: Looker): SQL | undefined {
  switch (test.field) {
    case "tier":
      return or(...test.in.map(tierSql));
    case "decision":
      return sql`${urgent("decision")} = any(${words(test.in)})`;
    case "review":
      return reviewSql(test.in);
    case "sla":
      return or(...test.in.map((state) => slaSql(state, now)));
    case "customer":
      return sql`tickets.customer_id in (
        select c.id from customers c where c.name ilike ${pattern(test.contains)}
        union select e.customer_id from customer_emails e where e.email ilike ${pattern(test.contains)})`;
    case "account":
      return sql`tickets.customer_id in (select c.id from customers c
        join accounts a on a.id = c.account_id where a.name ilike ${pattern(test.contains)})`;
  }
}

/** A ticket's value begins with its account's tier, and is in an index. */
function tierSql(word: string): SQL {
  const tier = TIERS.find((one) => one === word);
  if (!tier) return sql`false`;
  const least = accountValue(tier, 0);
  return sql`${tickets.value} between ${least} and ${accountValue(tier, Number.MAX_SAFE_INTEGER)}`;
}

/** A column of the attempt that the badge shows: the most urgent open one, else the newest. */
const urgent = (column: "decision" | "review_state") => sql`(
  select a.${sql.raw(column)} from attempts a where a.ticket_id = tickets.id
  order by (a.review_state in ('held', 'flagged')) desc, a.created_at desc, a.id desc limit 1)`;

const OPEN_REVIEWS = ["flagged", "held"] as const;

function reviewSql(states: readonly string[]): SQL | undefined {
  // Open reviews are few among many attempts, and have an index: its condition, written out.
  const open = OPEN_REVIEWS.filter((state) => states.includes(state)).map((state) =>
    inReview(state),
  );
  const settled = states.filter((state) => state !== "flagged" && state !== "held");
  return or(
    ...open,
    settled.length > 0 ? sql`${urgent("review_state")} = any(${words(settled)})` : undefined,
  );
}

/** Tickets with a reply that waits for a person. */
export const inReview = (state: (typeof OPEN_REVIEWS)[number]) =>
  among(sql`select a.ticket_id from attempts a where a.review_state = ${sql.raw(`'${state}'`)}`);

function slaSql(state: "soon" | "late" | "paused" | "none", now: Date): SQL {
  const clock = (condition: SQL) => sql`exists (
    select 1 from ticket_clocks c where c.ticket_id = tickets.id and ${condition})`;
  switch (state) {
    case "soon":
      return sql`${clock(sql`c.due_at > ${moment(now)}`)} and ${due(soon(now))}`;
    case "late":
      return clock(sql`c.due_at <= ${moment(now)}`);
    case "paused":
      return clock(sql`c.waiting_since is null`);
    case "none":
      return sql`not ${clock(sql`true`)}`;
  }
}

/** Ids of one column; `none` stands for null, and what is no id matches nothing. */
function oneOrNone(column: typeof tickets.teamId | typeof tickets.assigneeId, ids: string[]) {
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  return or(
    known.length > 0 ? inArray(column, known) : undefined,
    ids.includes("none") ? sql`${column} is null` : undefined,
    sql`false`,
  );
}

const teamOf = (id: string) => fromPublicId(TEAM_PREFIX, id) ?? id;

function within(
  column: typeof tickets.sentiment | typeof tickets.confidenceScore,
  { below, above }: { below?: number | undefined; above?: number | undefined },
) {
  return and(
    sql`${column} is not null`,
    below === undefined ? undefined : lt(column, below),
    above === undefined ? undefined : sql`${column} > ${above}`,
  );
}

/** The words as an array of Postgres. A parameter each: a list that drivers write differently. */
const words = (list: readonly string[]) =>
  sql`array[${sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

/** Anywhere in the text; what people type is no pattern. */
const pattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
