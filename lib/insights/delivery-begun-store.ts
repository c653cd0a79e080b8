import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";

/**
 * True when a reply has begun to leave, or was given up by hand. Nobody begins until this
 * transaction ends: the delivery, where there is one, stays locked. Call it with the ticket locked.
 */
export async function deliveryBegun(db: Db, messageId: string): Promise<boolean> {
  const [row] = await db
    .select({ state: deliveries.state, tries: deliveries.tries })
    .from(deliveries)
    .where(eq(deliveries.messageId, messageId))
    .for("update");
  return row !== undefined && (row.state !== "queued" || row.tries > 0);
}
