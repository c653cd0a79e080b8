import { and, eq, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { ticketReads, ticketViewers } from "@/db/schema/presence";

type Place = { ticketId: string; personId: string };

/** Notes that a person looks at a ticket, and forgets those whose time is over. */
export async function setViewer(db: Db, place: Place, at: Date, until: Date): Promise<void> {
  await db
    .insert(ticketViewers)
    .values({ ...place, until })
    .onConflictDoUpdate({
      target: [ticketViewers.ticketId, ticketViewers.personId],
      set: { until },
    });
  await db.delete(ticketViewers).where(lte(ticketViewers.until, at));
}

export async function removeViewer(db: Db, { ticketId, personId }: Place): Promise<void> {
  await db
    .delete(ticketViewers)
    .where(and(eq(ticketViewers.ticketId, ticketId), eq(ticketViewers.personId, personId)));
}

export async function setRead(db: Db, place: Place, readAt: Date): Promise<void> {
  await db
    .insert(ticketReads)
    .values({ ...place, readAt })
    .onConflictDoUpdate({
      target: [ticketReads.personId, ticketReads.ticketId],
      set: { readAt },
    });
}

export async function removeRead(db: Db, { ticketId, personId }: Place): Promise<void> {
  await db
    .delete(ticketReads)
    .where(and(eq(ticketReads.personId, personId), eq(ticketReads.ticketId, ticketId)));
}
