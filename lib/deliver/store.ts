import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import type { DeliveryState } from "../channel/model";
import { AppError } from "../platform/errors";

export type Delivery = typeof deliveries.$inferSelect;

export async function deliveryOfMessage(db: Db, messageId: string): Promise<Delivery | null> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.messageId, messageId));
  return row ?? null;
}

/** @throws `not_found` */
export async function deliveryById(db: Db, id: string): Promise<Delivery> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  if (!row) throw new AppError("not_found", "There is no such delivery.");
  return row;
}

/** Stores the delivery of a message unless it has one. */
export async function insertDelivery(
  db: Db,
  row: typeof deliveries.$inferInsert,
): Promise<Delivery | null> {
  const [stored] = await db
    .insert(deliveries)
    .values(row)
    .onConflictDoNothing({ target: deliveries.messageId })
    .returning();
  return stored ?? null;
}

/** Stores what leaves, once: a later try sends the same bytes. */
export async function keepRaw(db: Db, id: string, raw: string, at: Date): Promise<Delivery> {
  await db
    .update(deliveries)
    .set({ raw, updatedAt: at })
    .where(and(eq(deliveries.id, id), isNull(deliveries.raw)));
  return deliveryById(db, id);
}

/** Counts a try of a delivery that waits. @returns the row as counted; null when it waits no more */
export async function countTry(db: Db, id: string, at: Date): Promise<Delivery | null> {
  const [row] = await db
    .update(deliveries)
    .set({ tries: sql`${deliveries.tries} + 1`, updatedAt: at })
    .where(and(eq(deliveries.id, id), eq(deliveries.state, "queued")))
    .returning();
  return row ?? null;
}

/** Takes a waiting delivery for handing over; or one whose worker has not been heard since `stale`. */
export async function beginSending(
  db: Db,
  id: string,
  at: Date,
  stale?: Date,
): Promise<Delivery | null> {
  const waiting = eq(deliveries.state, "queued");
  const left = stale && and(eq(deliveries.state, "sending"), lt(deliveries.updatedAt, stale));
  const [row] = await db
    .update(deliveries)
    .set({ state: "sending", updatedAt: at })
    .where(and(eq(deliveries.id, id), left ? or(waiting, left) : waiting))
    .returning();
  return row ?? null;
}

type Change = Partial<
  Pick<
    Delivery,
    "lastError" | "response" | "sentAt" | "tries" | "transport" | "destination" | "raw"
  >
>;

/** Moves a delivery if it still is in one of `from`. @returns false when it has moved meanwhile */
export async function moveDelivery(
  db: Db,
  id: string,
  from: readonly DeliveryState[],
  to: DeliveryState,
  at: Date,
  change: Change = {},
): Promise<boolean> {
  const moved = await db
    .update(deliveries)
    .set({ ...change, state: to, updatedAt: at })
    .where(and(eq(deliveries.id, id), inArray(deliveries.state, [...from])))
    .returning({ id: deliveries.id });
  return moved.length === 1;
}
