import { type SQL, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customer";
import { ticketReads } from "@/db/schema/presence";
import { messages, tickets } from "@/db/schema/ticket";
import type { Filter } from "./query";

/** What a ticket must be, its names looked up: ids and slugs instead of words. */
type TicketFilter = { filters: Filter[]; me: string | null };

/** What is searched in: tickets that fit, and when it was written. */
export type Scope = TicketFilter & { after: Date | null; before: Date | null };

/** Newest tickets that are looked at for what no index finds, and newest of those that fit. */
const LOOKED_AT = 20_000;
const FITTING = 1_000;

type Condition = {
  test: SQL;
  /** An index finds it. */
  indexed: boolean;
};

const LISTED = sql`tickets.status in ('open', 'in_progress', 'pending_customer') and tickets.merged_into_id is null`;

/** Everything that a ticket must be, as one condition on the table `tickets`; null: anything. */
export function conditionOf(filter: TicketFilter): SQL | null {
  const all = conditions(filter).map(({ test }) => test);
  return all.length === 0 ? null : sql.join(all, sql` and `);
}

/**
 * The newest tickets that fit, as a subquery with the columns of `tickets`. Bounded whatever they
 * ask for: what no index finds is looked for among the newest only.
 *
 * @param latest they may not have changed at or after this; what was written before a day may
 *   stand in a ticket that has changed since
 */
export function fittingTickets(scope: Scope, latest: Date | null = null): SQL {
  const found = conditions(scope);
  const indexed = found.filter((one) => one.indexed).map(({ test }) => test);
  const others = found.filter((one) => !one.indexed).map(({ test }) => test);
  const time = changed(scope.after, latest);
  const inner = sql.join([sql`tickets.merged_into_id is null`, time, ...indexed], sql` and `);
  const columns = sql`select * from ${tickets} where ${inner} order by tickets.updated_at desc, tickets.id desc`;
  if (others.length === 0) return sql`(${columns} limit ${FITTING})`;
  return sql`(select * from (${columns} limit ${LOOKED_AT}) tickets
    where ${sql.join(others, sql` and `)} order by tickets.updated_at desc, tickets.id desc limit ${FITTING})`;
}

/** Within the time that is asked for. */
export function during(column: SQL, { after, before }: Scope): SQL {
  const from = after ? sql`${column} >= ${after.toISOString()}::timestamptz` : sql`true`;
  return before ? sql`${from} and ${column} < ${before.toISOString()}::timestamptz` : from;
}

/** Nothing in a ticket is newer than its last change. */
function changed(from: Date | null, to: Date | null): SQL {
  const since = from ? sql`tickets.updated_at >= ${from.toISOString()}::timestamptz` : sql`true`;
  return to ? sql`${since} and tickets.updated_at < ${to.toISOString()}::timestamptz` : since;
}

function conditions({ filters, me }: TicketFilter): Condition[] {
  return filters.map((filter) => {
    const { test, indexed } = conditionFor(filter, me);
    return filter.not
      ? { test: sql`not coalesce((${test}), false)`, indexed: false }
      : { test, indexed };
  });
}

/** None of these: no ticket is like that. */
const NEVER = sql`false`;

const among = (column: SQL, values: readonly string[], type: "uuid" | "text"): SQL =>
  values.length === 0 ? NEVER : sql`${column} in (${list(values, type)})`;

const list = (values: readonly string[], type: "uuid" | "text"): SQL =>
  sql.join(
    values.map((value) => (type === "uuid" ? sql`${value}::uuid` : sql`${value}::text`)),
    sql`, `,
  );

function conditionFor({ op, values }: Filter, me: string | null): Condition {
  switch (op) {
    case "from":
    case "account":
      return { test: among(sql`tickets.customer_id`, values, "uuid"), indexed: true };
    case "tag":
      return { test: sql`tickets.tags && array[${list(values, "text")}]`, indexed: true };
    case "status":
      return { test: among(sql`tickets.status`, values, "text"), indexed: true };
    case "intent":
      return { test: among(sql`tickets.primary_intent`, values, "text"), indexed: false };
    case "category":
      return { test: among(sql`tickets.category`, values, "text"), indexed: false };
    case "priority":
      return { test: among(sql`tickets.priority`, values, "text"), indexed: false };
    case "channel":
      return { test: among(sql`tickets.channel`, values, "text"), indexed: false };
    case "team":
      return { test: among(sql`tickets.team_id`, values, "uuid"), indexed: false };
    case "assignee":
      return { test: assigned(values), indexed: false };
    case "is":
      return anyOf(values.map((value) => stateFor(value, me)));
    case "has":
      return {
        test: sql`exists (select 1 from ${messages} n where n.ticket_id = tickets.id and n.kind = 'note')`,
        indexed: false,
      };
  }
}

function assigned(values: readonly string[]): SQL {
  const named = values.filter((value) => value !== "none");
  const people = among(sql`tickets.assignee_id`, named, "uuid");
  return values.includes("none") ? sql`(tickets.assignee_id is null or ${people})` : people;
}

function anyOf(all: readonly Condition[]): Condition {
  const [first, ...others] = all;
  if (first && others.length === 0) return first;
  return {
    test: sql`(${sql.join(
      all.map(({ test }) => sql`(${test})`),
      sql` or `,
    )})`,
    indexed: false,
  };
}

function stateFor(value: string, me: string | null): Condition {
  switch (value) {
    case "open":
      return { test: LISTED, indexed: true };
    case "closed":
      return { test: sql`tickets.status in ('resolved', 'closed')`, indexed: true };
    case "unassigned":
      return { test: sql`tickets.assignee_id is null and ${LISTED}`, indexed: true };
    default:
      // As the lists have it: the customer has written since this person looked, or they never have.
      return {
        test:
          me === null
            ? NEVER
            : sql`not exists (select 1 from ${ticketReads} r where r.ticket_id = tickets.id
                and r.person_id = ${me}::uuid and not exists (select 1 from ${messages} m
                  where m.ticket_id = tickets.id and m.author = 'customer' and m.public
                    and m.created_at > r.read_at))`,
        indexed: false,
      };
  }
}

/** Tickets of these customers, newest first. */
export const ticketsOfCustomers = (ids: readonly string[], limit: number): SQL =>
  sql`(select tickets.* from ${tickets} join ${customers} on customers.id = tickets.customer_id
    where ${among(sql`tickets.customer_id`, ids, "uuid")} and tickets.merged_into_id is null
    order by tickets.updated_at desc limit ${limit})`;
