import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";
import type { MergedAttempt } from "../ticket/model";

/** What a held draft becomes when the thread that it answers is another one by now. */
const SUPERSEDED = { reviewState: "none", outcome: "superseded" } as const;

/**
 * Takes the attempts of `source` over to `target`. Held drafts of both are set aside: neither knew
 * of the other's messages. @returns all of them, as they were
 */
export async function moveAttempts(
  db: Db,
  source: string,
  target: string,
): Promise<MergedAttempt[]> {
  const held = eq(attempts.reviewState, "held");
  const found = await db
    .select({
      id: attempts.id,
      ticketId: attempts.ticketId,
      reviewState: attempts.reviewState,
      outcome: attempts.outcome,
    })
    .from(attempts)
    .where(or(eq(attempts.ticketId, source), and(eq(attempts.ticketId, target), held)))
    .orderBy(attempts.id);
  await db
    .update(attempts)
    .set(SUPERSEDED)
    .where(and(inArray(attempts.ticketId, [source, target]), held));
  await db.update(attempts).set({ ticketId: target }).where(eq(attempts.ticketId, source));
  return found.map(({ ticketId, ...attempt }) => ({
    ...attempt,
    of: ticketId === source ? "source" : "target",
  }));
}

/** Puts attempts back: those that came over, and those made since to messages that go back too. */
export async function returnAttempts(
  db: Db,
  { from, to }: { from: string; to: string },
  ids: string[],
  messageIds: string[],
): Promise<void> {
  await db
    .update(attempts)
    .set({ ticketId: to })
    .where(
      and(
        eq(attempts.ticketId, from),
        or(inArray(attempts.id, ids), inArray(attempts.answersMessageId, messageIds)),
      ),
    );
}

/** Holds these drafts again, where nobody has settled them and no other is held in the ticket. */
export async function holdAgain(db: Db, ticketId: string, was: MergedAttempt[]): Promise<void> {
  const [draft] = was.filter(({ reviewState }) => reviewState === "held");
  if (!draft) return;
  await db
    .update(attempts)
    .set({ reviewState: "held", outcome: draft.outcome })
    .where(
      and(
        eq(attempts.id, draft.id),
        eq(attempts.ticketId, ticketId),
        eq(attempts.reviewState, SUPERSEDED.reviewState),
        eq(attempts.outcome, SUPERSEDED.outcome),
        sql`not exists (select 1 from attempts other
          where other.ticket_id = ${ticketId}::uuid and other.review_state = 'held')`,
      ),
    );
}
