import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customers } from "@/db/schema/customer";

/** Locked until the transaction ends. @returns null when there is no such customer */
export async function lockTags(db: Db, customerId: string): Promise<string[] | null> {
  const [row] = await db
    .select({ tags: customers.tags })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for("update");
  return row?.tags ?? null;
}

export async function storeTags(db: Db, customerId: string, tags: string[]): Promise<void> {
  await db.update(customers).set({ tags }).where(eq(customers.id, customerId));
}
