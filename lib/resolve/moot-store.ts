import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";
import { isMootDraft } from "../ticket";

/**
 * Sets aside held drafts that nobody should be asked about: their ticket is over, or the message
 * that they answer is in another ticket. @returns their ids and tickets
 */
export async function setAsideMoot(db: Db, ticketId: string | null) {
  const here: SQL | undefined = ticketId ? eq(attempts.ticketId, ticketId) : undefined;
  return db
    .update(attempts)
    .set({ reviewState: "none", outcome: "superseded" })
    .where(
      and(
        eq(attempts.reviewState, "held"),
        here,
        isMootDraft(sql`${attempts.ticketId}`, sql`${attempts.answersMessageId}`),
      ),
    )
    .returning({ id: attempts.id, ticketId: attempts.ticketId });
}
