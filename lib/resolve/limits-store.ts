import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/**
 * Lets one decision at a time be made for a customer, until the transaction ends: two tickets that
 * are decided at once would both count the replies before either is there. Take it after the
 * ticket's lock, and lock no further ticket after it.
 */
export async function lockCustomer(db: Db, customerId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`customer:${customerId}`}::text, 0))`,
  );
}
