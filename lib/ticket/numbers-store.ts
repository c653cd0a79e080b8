import { eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { tickets } from "@/db/schema/ticket";

/** Numbers by id, of those that are still there. */
export async function ticketNumbers(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(inArray(tickets.id, [...ids]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** @returns null when no ticket has that number */
export async function ticketIdByNumber(db: Db, number: number): Promise<string | null> {
  const [row] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number));
  return row?.id ?? null;
}
