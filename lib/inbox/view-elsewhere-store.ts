import { or, type SQL, sql } from "drizzle-orm";
import { tickets } from "@/db/schema/ticket";
import { accountValue, TIERS } from "../customer/model";
import type { ViewTest } from "../view/model";
import {
  before,
  due,
  inReview,
  type Looker,
  moment,
  pattern,
  soon,
  words,
} from "./view-parts-store";

type Elsewhere = Extract<
  ViewTest,
  { field: "tier" | "decision" | "review" | "sla" | "customer" | "account" | "message" }
>;

/**
 * Tests on what stands in other tables. Where most tickets pass, as they do when a test is turned
 * round, each ticket that is read is asked by itself: a list of all others would be long.
 */
export function elsewhereSql(test: Elsewhere, looker: Looker): SQL | undefined {
  switch (test.field) {
    case "tier":
      return or(...test.in.map(tierSql));
    case "decision":
      return sql`${urgent("decision")} = any(${words(test.in)})`;
    case "review":
      return test.not
        ? sql`${urgent("review_state")} = any(${words(test.in)})`
        : reviewSql(test.in);
    case "sla":
      return or(...test.in.map((state) => slaSql(state, looker.now, test.not)));
    case "customer":
      return test.not ? customerOf(test.contains) : customersLike(test.contains);
    case "account":
      return test.not ? accountOf(test.contains) : accountsLike(test.contains);
    case "message":
      return test.within === undefined
        ? sql`${newestMessage} < ${moment(before(looker, test.olderThan ?? 0))}`
        : writtenSince(before(looker, test.within));
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

function slaSql(state: "soon" | "late" | "paused" | "none", now: Date, each?: true): SQL {
  const clock = (condition: SQL) => sql`exists (
    select 1 from ticket_clocks c where c.ticket_id = tickets.id and ${condition})`;
  switch (state) {
    case "soon": {
      const ahead = clock(sql`c.due_at > ${moment(now)} and c.due_at <= ${moment(soon(now))}`);
      return each ? ahead : sql`${ahead} and ${due(soon(now))}`;
    }
    case "late":
      return clock(sql`c.due_at <= ${moment(now)}`);
    case "paused":
      return clock(sql`c.waiting_since is null`);
    case "none":
      return sql`not ${clock(sql`true`)}`;
  }
}

const customersLike = (text: string) => sql`tickets.customer_id in (
  select c.id from customers c where c.name ilike ${pattern(text)}
  union select e.customer_id from customer_emails e where e.email ilike ${pattern(text)})`;

const accountsLike = (text: string) => sql`tickets.customer_id in (select c.id from customers c
  join accounts a on a.id = c.account_id where a.name ilike ${pattern(text)})`;

const customerOf = (text: string) => sql`(
  select c.name ilike ${pattern(text)} or exists (select 1 from customer_emails e
    where e.customer_id = c.id and e.email ilike ${pattern(text)})
  from customers c where c.id = tickets.customer_id)`;

const accountOf = (text: string) => sql`(
  select a.name ilike ${pattern(text)} from customers c
  join accounts a on a.id = c.account_id where c.id = tickets.customer_id)`;

/** Nothing in a ticket is newer than its last change, and that is in an index. */
const writtenSince = (from: Date) =>
  sql`${tickets.updatedAt} >= ${moment(from)} and ${newestMessage} >= ${moment(from)}`;

const newestMessage = sql`(select m.created_at from messages m
  where m.ticket_id = tickets.id and m.public order by m.created_at desc, m.id desc limit 1)`;
