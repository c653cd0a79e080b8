import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { ticketWriters } from "@/db/schema/ticket";

/** True when a person is writing a reply at this moment: then the AI only drafts. */
export async function someoneWrites(db: Db, ticketId: string, now: Date): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(ticketWriters)
    .where(and(eq(ticketWriters.ticketId, ticketId), gt(ticketWriters.until, now)))
    .limit(1);
  return rows.length > 0;
}

type Writer = { ticketId: string; personId: string };

export async function setWriter(db: Db, writer: Writer, until: Date): Promise<void> {
  await db
    .insert(ticketWriters)
    .values({ ...writer, until })
    .onConflictDoUpdate({
      target: [ticketWriters.ticketId, ticketWriters.personId],
      set: { until },
    });
}

export async function removeWriter(db: Db, { ticketId, personId }: Writer): Promise<void> {
  await db
    .delete(ticketWriters)
    .where(and(eq(ticketWriters.ticketId, ticketId), eq(ticketWriters.personId, personId)));
}
