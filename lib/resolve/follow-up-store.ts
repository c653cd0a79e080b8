import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";

export type HeldAttempt = typeof attempts.$inferSelect;

/** The draft of a ticket that waits for a person; there is one at most. */
export async function heldAttempt(db: Db, ticketId: string): Promise<HeldAttempt | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.ticketId, ticketId), eq(attempts.reviewState, "held")));
  return row ?? null;
}

/** Which drafts of these tickets wait for a person, and in which round. */
export async function heldRounds(db: Db, ticketIds: readonly string[]) {
  if (ticketIds.length === 0) return [];
  return db
    .select({ id: attempts.id, ticketId: attempts.ticketId, round: attempts.round })
    .from(attempts)
    .where(and(inArray(attempts.ticketId, [...ticketIds]), eq(attempts.reviewState, "held")));
}

/** The newest drafts that wait for a person, with what they were asked and what they found. */
export async function newestHeld(db: Db, limit: number) {
  return db
    .select({
      id: attempts.id,
      ticketId: attempts.ticketId,
      round: attempts.round,
      question: sql<string>`coalesce(${attempts.snapshot} ->> 'question', '')`,
      articles: sql<unknown>`${attempts.snapshot} -> 'articles'`,
      sentences: attempts.sentences,
      sources: attempts.sources,
    })
    .from(attempts)
    .where(eq(attempts.reviewState, "held"))
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(limit);
}
export type HeldQuestion = Awaited<ReturnType<typeof newestHeld>>[number];

/** True when a person has refused a draft of the ticket, or has answered in its place. */
export async function personHasRefused(db: Db, ticketId: string): Promise<boolean> {
  const rows = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.ticketId, ticketId),
        or(eq(attempts.reviewState, "rejected"), eq(attempts.outcome, "taken over")),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Counts a try that found nothing new, if the draft is still held in this round. */
export async function countRound(db: Db, id: string, round: number): Promise<void> {
  await db
    .update(attempts)
    .set({ round: round + 1 })
    .where(and(eq(attempts.id, id), eq(attempts.round, round), eq(attempts.reviewState, "held")));
}

/** Closes a held draft in favour of a newer one to the same message. @returns false: it is settled */
export async function closeTakenUp(db: Db, id: string): Promise<boolean> {
  const closed = await db
    .update(attempts)
    .set({ reviewState: "none", outcome: "taken up again" })
    .where(and(eq(attempts.id, id), eq(attempts.reviewState, "held")))
    .returning({ id: attempts.id });
  return closed.length === 1;
}

/**
 * Notes what delivery has made of what was sent. A retry may follow a failure; that the customer
 * has written again says more than that they got it.
 */
export async function noteDelivery(
  db: Db,
  messageId: string,
  outcome: "delivered" | "delivery failed",
): Promise<boolean> {
  const other = outcome === "delivered" ? "delivery failed" : "reopened";
  const noted = await db
    .update(attempts)
    .set({ outcome })
    .where(
      and(
        eq(attempts.sentMessageId, messageId),
        or(isNull(attempts.outcome), eq(attempts.outcome, other)),
      ),
    )
    .returning({ id: attempts.id });
  return noted.length === 1;
}
