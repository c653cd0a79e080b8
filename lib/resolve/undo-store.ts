import { and, eq, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";
import type { ReviewState } from "./model";

type Earlier = { reviewState: ReviewState; sentMessageId: string | null; sentText: string | null };

/**
 * Makes an attempt what it was before a person settled it. One that was held stays closed where
 * another draft is held by now. Call it with the ticket locked.
 */
export async function reopenAttempt(
  db: Db,
  { id, ticketId }: { id: string; ticketId: string },
  earlier: Earlier,
): Promise<void> {
  const held = earlier.reviewState === "held";
  const replaced = held && (await anotherHeld(db, id, ticketId));
  await db
    .update(attempts)
    .set({
      ...earlier,
      reviewedBy: null,
      reviewedAt: null,
      rejectReason: null,
      rejectNote: null,
      ...(held && { outcome: null }),
      ...(replaced && { reviewState: "none" as const, outcome: "taken back" }),
    })
    .where(and(eq(attempts.id, id), eq(attempts.ticketId, ticketId)));
}

async function anotherHeld(db: Db, id: string, ticketId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(attempts)
    .where(
      and(eq(attempts.ticketId, ticketId), eq(attempts.reviewState, "held"), ne(attempts.id, id)),
    );
  return rows.length > 0;
}
