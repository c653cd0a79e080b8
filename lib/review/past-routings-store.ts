import { and, asc, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { events } from "@/db/schema/event";
import { teams } from "@/db/schema/person";
import { routings } from "@/db/schema/route";
import { tickets } from "@/db/schema/ticket";
import type { RoutingInputs } from "../route/model";

/** A decision of routing with what it looked at then. */
export type PastRouting = {
  id: string;
  ticketId: string;
  number: number;
  /** As stored; early versions kept less. */
  text: string | null;
  facts: Partial<RoutingInputs["facts"]> | null;
  byHand: RoutingInputs["byHand"] | null;
  /** The team that it went to. */
  team: string | null;
  at: Date;
};

/** Place of a decision in the order of time. */
export type Place = { at: Date; id: string };

/** How many decisions there are, counted up to `most`. */
export async function countRoutings(db: Db, most: number): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from ${routings} limit ${most}) as newest`,
  );
  return row?.count ?? 0;
}

/** The newest decisions before a place, newest first; null: from the end. */
export function pastRoutings(db: Db, before: Place | null, limit: number): Promise<PastRouting[]> {
  // Compared as a pair, so that the index leads straight to the place.
  const earlier =
    before &&
    sql`(${routings.createdAt}, ${routings.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`;
  return db
    .select({
      id: routings.id,
      ticketId: routings.ticketId,
      number: tickets.number,
      text: sql<string | null>`${routings.inputs} ->> 'text'`,
      facts: sql<PastRouting["facts"]>`${routings.inputs} -> 'facts'`,
      byHand: sql<PastRouting["byHand"]>`${routings.inputs} -> 'byHand'`,
      team: sql<string | null>`${routings.outcome} ->> 'team'`,
      at: routings.createdAt,
    })
    .from(routings)
    .innerJoin(tickets, eq(tickets.id, routings.ticketId))
    .where(earlier ?? undefined)
    .orderBy(desc(routings.createdAt), desc(routings.id))
    .limit(limit);
}

export type ByHand = {
  ticketId: string;
  type: string;
  payload: Record<string, unknown>;
  at: Date;
};

/** What people did to these tickets by hand since a time: who has them, how pressing they are. */
export async function byHandSince(
  db: Db,
  ticketIds: readonly string[],
  since: Date,
): Promise<ByHand[]> {
  if (ticketIds.length === 0) return [];
  const rows = await db
    .select({
      ticketId: events.ticketId,
      type: events.type,
      payload: events.payload,
      at: events.createdAt,
    })
    .from(events)
    .where(
      and(
        inArray(events.ticketId, [...ticketIds]),
        inArray(events.type, ["ticket.assigned", "ticket.priority_changed"]),
        eq(events.actorType, "person"),
        gte(events.createdAt, since),
      ),
    )
    .orderBy(asc(events.seq));
  return rows.flatMap(({ ticketId, ...row }) => (ticketId ? [{ ticketId, ...row }] : []));
}

/** Names of all teams by their ids. */
export async function teamNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ id: teams.id, name: teams.name }).from(teams);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
