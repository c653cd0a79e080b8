import { and, eq, isNotNull, isNull, max, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";
import { isDemoTicket } from "../ticket";
import { CAPS } from "./model";

export type NewAttempt = typeof attempts.$inferInsert;

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

/** Notes on what was sent before that the customer has written again because of it. */
export async function markReopened(db: Db, ticketId: string, messageId: string): Promise<void> {
  await db
    .update(attempts)
    .set({ outcome: "reopened" })
    .where(
      and(
        eq(attempts.ticketId, ticketId),
        ne(attempts.answersMessageId, messageId),
        isNotNull(attempts.sentMessageId),
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

/**
 * What this desk has seen: drafts that a person settled, and how often drafts from this article
 * were accepted unchanged and not re-opened since; neither counted beyond what `CAPS` asks for, so
 * that it costs a large desk no more. Demo outcomes count only on the demo desk.
 */
export async function experience(
  db: Db,
  articleId: string | null,
  countDemo: boolean,
): Promise<{ uses: number; outcomes: number }> {
  const real: SQL | undefined = countDemo ? undefined : not(isDemoTicket(attempts.ticketId));
  // Written out, not bound: only so does every plan use the partial indexes.
  const settled = sql`${attempts.reviewState} in ('approved', 'corrected', 'rejected')`;
  const outcomes = await countUpTo(db, CAPS.deskOutcomes, and(settled, real));
  if (!articleId) return { uses: 0, outcomes };
  const uses = await countUpTo(
    db,
    CAPS.answerUses,
    and(
      sql`${attempts.reviewState} = 'approved'`,
      or(isNull(attempts.outcome), ne(attempts.outcome, "reopened")),
      sql`(${attempts.sources} -> 0 ->> 'articleId') = ${articleId}::text`,
      real,
    ),
  );
  return { uses, outcomes };
}

async function countUpTo(db: Db, most: number, which: SQL | undefined): Promise<number> {
  const some = await db.select({ id: attempts.id }).from(attempts).where(which).limit(most);
  return some.length;
}
