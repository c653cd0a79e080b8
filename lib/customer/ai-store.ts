import { and, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customers } from "@/db/schema/customer";

/** True when the AI only drafts for this customer; null when there is no such customer. */
export async function customerAiStopped(db: Db, id: string): Promise<boolean | null> {
  const [row] = await db
    .select({ stopped: customers.aiStopped })
    .from(customers)
    .where(eq(customers.id, id));
  return row?.stopped ?? null;
}

/** @returns false when it stood so already */
export async function setCustomerAi(db: Db, id: string, stopped: boolean): Promise<boolean> {
  const changed = await db
    .update(customers)
    .set({ aiStopped: stopped })
    .where(and(eq(customers.id, id), ne(customers.aiStopped, stopped)))
    .returning({ id: customers.id });
  return changed.length === 1;
}
