import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events } from "@/db/schema/event";
import type { EventName } from "./model";

export async function insertEvent(db: Db, row: typeof events.$inferInsert): Promise<void> {
  await db.insert(events).values(row);
}

/** Told to listeners when the transaction commits, and not at all when it doesn't. */
export async function notify(db: Db, channel: string, payload: string): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${payload})`);
}

export async function eventById(db: Db, id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id));
  return row ?? null;
}

/** What happened to a ticket, oldest first, of these kinds. */
export async function eventsOfTicket(db: Db, ticketId: string, types: readonly EventName[]) {
  return db
    .select({ type: events.type, actorType: events.actorType, payload: events.payload })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), inArray(events.type, [...types])))
    .orderBy(asc(events.seq));
}
