import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { fromPublicId } from "@/lib/platform/ids";
import { TICKET_PREFIX } from "@/lib/ticket/model";
import type { ViewSort } from "@/lib/view/model";
import type { List } from "./lists";

/**
 * The yardsticks: a page of a list as somebody would write it who knows the tables, with nothing
 * around it. One row more than is shown tells whether there is a next page.
 */
const ROWS = 51;

/** Where a page begins: behind this ticket. */
export type Place = { id: string } & Record<ViewSort, string | null>;

const id = sql`t.id`;
const KEYS = {
  newest: { column: sql`t.updated_at`, id, falls: true, type: "timestamptz" },
  waiting: { column: sql`t.waiting_since`, id, falls: false, type: "timestamptz" },
  sla: { column: sql`c.due_at`, id: sql`c.ticket_id`, falls: false, type: "timestamptz" },
  value: { column: sql`t.value`, id, falls: true, type: "integer" },
  sentiment: { column: sql`t.sentiment`, id, falls: false, type: "double precision" },
} as const;

/** What orders compare of a ticket. @param publicId `t_…` */
export async function placeOf(db: Db, publicId: string): Promise<Place> {
  const id = fromPublicId(TICKET_PREFIX, publicId);
  const [place] = await rowsOf<Place>(
    db,
    sql`select t.id, t.updated_at::text as newest, t.waiting_since::text as waiting,
      c.due_at::text as sla, t.value::text as value, t.sentiment::text as sentiment
      from tickets t left join ticket_clocks c on c.ticket_id = t.id where t.id = ${id}::uuid`,
  );
  if (!place) throw new Error(`The desk shows ${publicId}, which is not in its tables.`);
  return place;
}

/** The tickets of a page alone: along the index of the order, from a place on. */
export function bareKeyset({ sort, where }: List, place: Place | null): SQL {
  // What an order says nothing about comes at its end, newest first.
  const keyless = place !== null && place[sort] === null;
  const { column, id, falls, type } = KEYS[keyless ? "newest" : sort];
  const only = keyless ? sql`${KEYS[sort].column} is null` : sql`${column} is not null`;
  const key = place?.[keyless ? "newest" : sort];
  const behind = place
    ? sql`and (${column}, ${id}) ${sql.raw(falls ? "<" : ">")} (${key}::${sql.raw(type)}, ${place.id}::uuid)`
    : sql``;
  const way = sql.raw(falls ? "desc" : "asc");
  const clocks = sort === "sla" ? sql`left join ticket_clocks c on c.ticket_id = t.id` : sql``;
  const from =
    sort === "sla" && !keyless
      ? sql`ticket_clocks c join tickets t on t.id = c.ticket_id`
      : sql`tickets t ${clocks}`;
  return sql`select t.id, t.number, t.version, t.subject, t.customer_id, t.category, t.status,
      t.priority, t.primary_intent, t.tags, t.team_id, t.assignee_id, t.waiting_since, t.updated_at,
      t.snoozed_until, t.next_try_at, t.value, t.sentiment
    from ${from} where ${where} and ${only} ${behind}
    order by ${column} ${way}, ${id} ${way} limit ${sql.raw(String(ROWS))}`;
}

/** The same with everything that a row shows: names, promise, newest message, draft, unread. */
export function fullKeyset(list: List, place: Place | null, personId: string): SQL {
  return sql`with page as materialized (${bareKeyset(list, place)})
    select page.*, cu.name as customer, ac.name as account, ac.tier, ca.name as category_name,
      te.name as team, pe.name as assignee, cl.due_at, cl.target, cl.waiting_since as running,
      cl.breached_at, newest.*, attempt.*, (rd.read_at is null or rd.read_at < newest.said_at) as unread
    from page
    join customers cu on cu.id = page.customer_id join accounts ac on ac.id = cu.account_id
    join categories ca on ca.slug = page.category
    left join teams te on te.id = page.team_id left join people pe on pe.id = page.assignee_id
    left join ticket_clocks cl on cl.ticket_id = page.id
    left join ticket_reads rd on rd.ticket_id = page.id and rd.person_id = ${personId}::uuid
    left join lateral (select m.author, left(m.text, 160) as words, m.created_at as said_at
      from messages m where m.ticket_id = page.id and m.public
      order by m.created_at desc, m.id desc limit 1) newest on true
    left join lateral (select a.decision, a.review_state, a.confidence from attempts a
      where a.ticket_id = page.id order by a.created_at desc limit 1) attempt on true`;
}
