import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events } from "@/db/schema/event";

export async function insertEvent(db: Db, row: typeof events.$inferInsert): Promise<void> {
  await db.insert(events).values(row);
}

export async function eventById(db: Db, id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id));
  return row ?? null;
}
