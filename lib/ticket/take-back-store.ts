import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema/ticket";

/** Removes a reply that has never left, with what belongs to it alone. */
export async function removeUnsent(db: Db, messageId: string): Promise<void> {
  await db.delete(messages).where(eq(messages.id, messageId));
}
