import { and, asc, desc, isNull, not, type SQL, sql } from "drizzle-orm";
import { ticketClocks } from "@/db/schema/sla";
import { tickets } from "@/db/schema/ticket";
import type { ViewSort } from "../view/model";
import type { Scope } from "./queue-filter-store";
import { due, listed, moment } from "./view-parts-store";

/**
 * A part of a list that one index can be walked for. What an order says nothing about (tickets that
 * wait for nobody, or are over) follows in parts of their own, newest first: with a null in the key,
 * the place to go on from could not be looked up.
 */
export type Segment = { by: ViewSort; only: SQL | undefined };

/** The last row of the page before: its key in that part, and its id. */
export type Place = { key: string; id: string };

const KEYS = {
  newest: { column: tickets.updatedAt, falls: true, type: "timestamptz" },
  waiting: { column: tickets.waitingSince, falls: false, type: "timestamptz" },
  sla: { column: ticketClocks.dueAt, falls: false, type: "timestamptz" },
  value: { column: tickets.value, falls: true, type: "integer" },
  sentiment: { column: tickets.sentiment, falls: false, type: "double precision" },
} as const;

/** The parts of a list, in order. */
export function segmentsOf(sort: ViewSort, { reach, dueBy }: Scope): Segment[] {
  if (sort === "newest") return [{ by: sort, only: reach === "listed" ? listed : undefined }];
  const { column } = KEYS[sort];
  const keyless = sort === "sla" ? noDue : isNull(column);
  const keyed: Segment = { by: sort, only: and(listed, sql`${column} is not null`) };
  const rest: Segment = { by: "newest", only: and(listed, keyless) };
  const over: Segment = { by: "newest", only: not(sql`(${listed})`) };
  if (sort === "sla" && dueBy) return [keyed]; // all are due
  return [keyed, ...(sort === "value" ? [] : [rest]), ...(reach === "every" ? [over] : [])];
}

/** Correlated on purpose: an anti-join would read all clocks before the first row. */
const noDue = sql`(select c.due_at from ticket_clocks c where c.ticket_id = tickets.id) is null`;

/** In the order of what is due, the end of the range stands on the table that is walked. */
function dueSql({ dueBy }: Scope, by: ViewSort): SQL | undefined {
  if (!dueBy) return undefined;
  return by === "sla" ? sql`${ticketClocks.dueAt} <= ${moment(dueBy)}` : due(dueBy);
}

/** Condition and order of one part of a list, from a place on. */
export function partSql(scope: Scope, { by, only }: Segment, place: Place | null) {
  const { column, falls, type } = KEYS[by];
  const way = falls ? desc : asc;
  const compare = sql.raw(falls ? "<" : ">");
  const id = by === "sla" ? ticketClocks.ticketId : tickets.id;
  // A comparison of rows, so that the index on (key, id) can be read from there.
  const behind = place
    ? sql`(${column}, ${id}) ${compare} (${place.key}::${sql.raw(type)}, ${place.id}::uuid)`
    : undefined;
  return {
    where: and(only, scope.where, dueSql(scope, by), behind),
    // The index of assignees begins with the assignee, also where there is none.
    order: [
      ...(scope.nobodys && by === "newest" ? [desc(tickets.assigneeId)] : []),
      way(column),
      way(id),
    ],
  };
}
