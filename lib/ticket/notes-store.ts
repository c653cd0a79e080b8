import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema/ticket";

/** Newest notes that are looked at. */
const MOST = 100;

/**
 * What people wrote in a ticket for people alone. For a guard that looks for it in what would leave:
 * nothing that drafts may read it.
 */
export async function internalTexts(db: Db, ticketId: string): Promise<string[]> {
  const rows = await db
    .select({ text: messages.text })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.public, false)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(MOST);
  return rows.map(({ text }) => text);
}
