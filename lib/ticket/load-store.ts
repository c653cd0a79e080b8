import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { tickets } from "@/db/schema/ticket";

/** How many tickets that are not over each of these people has; people without one are left out. */
export async function openTicketsOf(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: tickets.assigneeId, count: sql<number>`count(*)::int` })
    .from(tickets)
    .where(
      and(
        inArray(tickets.assigneeId, [...personIds]),
        notInArray(tickets.status, ["resolved", "closed"]),
      ),
    )
    .groupBy(tickets.assigneeId);
  return new Map(rows.flatMap(({ personId, count }) => (personId ? [[personId, count]] : [])));
}

/** Tickets that a person has and that are not over, the longest waiting first. */
export async function ticketsInHand(db: Db, personId: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(eq(tickets.assigneeId, personId), notInArray(tickets.status, ["resolved", "closed"])),
    )
    .orderBy(asc(tickets.waitingSince), asc(tickets.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
