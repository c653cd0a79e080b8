import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events } from "@/db/schema/event";
import type { EventName } from "./model";

/**
 * Stores an event and tells listeners: when the transaction commits, and not at all when it doesn't.
 * One statement, because on the embedded database each costs about a millisecond.
 */
export async function insertEvent(
  db: Db,
  row: typeof events.$inferInsert,
  channel: string,
): Promise<void> {
  const stored = db.$with("stored").as(db.insert(events).values(row).returning({ id: events.id }));
  await db
    .with(stored)
    .select({ told: sql`pg_notify(${channel}, ${row.ticketId ?? row.type})` })
    .from(stored);
}

export async function eventById(db: Db, id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id));
  return row ?? null;
}

/** What happened to a ticket, oldest first, of these kinds. */
export async function eventsOfTicket(db: Db, ticketId: string, types: readonly EventName[]) {
  return db
    .select({
      id: events.id,
      type: events.type,
      actorType: events.actorType,
      actorId: events.actorId,
      createdAt: events.createdAt,
      payload: events.payload,
    })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), inArray(events.type, [...types])))
    .orderBy(asc(events.seq));
}

/** Tells listeners, when the transaction commits, without an event: nothing has changed for others. */
export async function notify(db: Db, channel: string, payload: string): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${payload})`);
}
