import { and, eq, inArray, isNotNull, isNull, max, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";
import { isDemoTicket } from "../ticket";
import { CAPS } from "./model";

export type NewAttempt = typeof attempts.$inferInsert;

/** The first draft to a message. */
export async function firstAttempt(db: Db, answersMessageId: string) {
  const [row] = await db
    .select({ id: attempts.id, ticketId: attempts.ticketId })
    .from(attempts)
    .where(and(eq(attempts.answersMessageId, answersMessageId), eq(attempts.round, 1)));
  return row ?? null;
}

/** The newest round of drafts to this message; 0: there is none. */
export async function newestRound(db: Db, answersMessageId: string): Promise<number> {
  const [row] = await db
    .select({ round: max(attempts.round) })
    .from(attempts)
    .where(eq(attempts.answersMessageId, answersMessageId));
  return row?.round ?? 0;
}

/** Stores a draft. @returns false when this message has one in that round */
export async function insertAttempt(db: Db, row: NewAttempt): Promise<boolean> {
  const stored = await db
    .insert(attempts)
    .values(row)
    .onConflictDoNothing({ target: [attempts.answersMessageId, attempts.round] })
    .returning({ id: attempts.id });
  return stored.length === 1;
}

/** Names the message that carries a draft that was sent. */
export async function linkSent(db: Db, id: string, sentMessageId: string): Promise<void> {
  await db.update(attempts).set({ sentMessageId }).where(eq(attempts.id, id));
}

/** Closes held drafts to older messages of a ticket: the customer has written again. */
export async function supersedeHeld(db: Db, ticketId: string, messageId: string): Promise<void> {
  await db
    .update(attempts)
    .set({ reviewState: "none", outcome: "superseded" })
    .where(
      and(
        eq(attempts.ticketId, ticketId),
        eq(attempts.reviewState, "held"),
        ne(attempts.answersMessageId, messageId),
      ),
    );
}

/**
 * Notes on replies that were to resolve the ticket that the customer has written again.
 *
 * @param since what was answered before then has nothing to do with it any more
 */
export async function markReopened(
  db: Db,
  { ticketId, messageId, since }: { ticketId: string; messageId: string; since: Date },
): Promise<void> {
  await db
    .update(attempts)
    .set({ outcome: "reopened" })
    .where(
      and(
        eq(attempts.ticketId, ticketId),
        ne(attempts.answersMessageId, messageId),
        isNotNull(attempts.sentMessageId),
        sql`greatest(${attempts.createdAt}, ${attempts.reviewedAt}) >= ${since.toISOString()}::timestamptz`,
        or(isNull(attempts.outcome), eq(attempts.outcome, "delivered")),
      ),
    );
}

/** True when a held draft of the ticket waits for a person. */
export async function hasHeld(db: Db, ticketId: string): Promise<boolean> {
  const rows = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.ticketId, ticketId), eq(attempts.reviewState, "held")));
  return rows.length > 0;
}

/** Demo outcomes count only on the demo desk. */
const real = (countDemo: boolean): SQL | undefined =>
  countDemo ? undefined : not(isDemoTicket(attempts.ticketId));

/** How many drafts people settled on this desk, up to as many as `CAPS` asks for. */
export async function settledDrafts(db: Db, countDemo: boolean): Promise<number> {
  // Written out, not bound: only so does every plan use the partial indexes.
  const settled = sql`${attempts.reviewState} in ('approved', 'corrected', 'rejected')`;
  const some = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(settled, real(countDemo)))
    .limit(CAPS.deskOutcomes);
  return some.length;
}

/**
 * How often drafts from an article were approved unchanged and helped so far, counted up to what
 * `CAPS` asks for.
 *
 * @param nearly replies of it that were edited a little, which count as well
 */
export async function acceptedDrafts(
  db: Db,
  { articleId, nearly, countDemo }: { articleId: string; nearly: string[]; countDemo: boolean },
): Promise<number> {
  const helped = or(isNull(attempts.outcome), ne(attempts.outcome, "reopened"));
  const from = sql`(${attempts.sources} -> 0 ->> 'articleId') = ${articleId}::text`;
  const approved = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(sql`${attempts.reviewState} = 'approved'`, helped, from, real(countDemo)))
    .limit(CAPS.answerUses);
  if (nearly.length === 0) return approved.length;
  const edited = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.reviewState, "corrected"),
        inArray(attempts.sentMessageId, nearly),
        helped,
        real(countDemo),
      ),
    );
  return Math.min(CAPS.answerUses, approved.length + edited.length);
}
