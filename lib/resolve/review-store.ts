import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";
import { AppError } from "../platform/errors";

export type ReviewedAttempt = typeof attempts.$inferSelect;

/** Review states in which a person's decision is still to come. */
export type OpenReview = "held" | "flagged";

/** @throws `not_found` */
export async function reviewedAttempt(db: Db, id: string): Promise<ReviewedAttempt> {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, id));
  if (!row) throw new AppError("not_found", "There is no such draft.");
  return row;
}

export type Settlement = Pick<ReviewedAttempt, "reviewState"> &
  Partial<
    Pick<ReviewedAttempt, "sentText" | "sentMessageId" | "rejectReason" | "rejectNote" | "outcome">
  >;

/** Settles an attempt if it still is `from`. @returns false when somebody was faster */
export async function settleAttempt(
  db: Db,
  id: string,
  from: OpenReview,
  by: { personId: string; at: Date },
  settlement: Settlement,
): Promise<boolean> {
  const settled = await db
    .update(attempts)
    .set({ ...settlement, reviewedBy: by.personId, reviewedAt: by.at })
    .where(and(eq(attempts.id, id), eq(attempts.reviewState, from)))
    .returning({ id: attempts.id });
  return settled.length === 1;
}

/** Puts a draft off until a time; null: it is not put off. */
export async function setLater(
  db: Db,
  id: string,
  later: { until: Date; personId: string } | null,
): Promise<void> {
  await db
    .update(attempts)
    .set({ laterUntil: later?.until ?? null, laterBy: later?.personId ?? null })
    .where(eq(attempts.id, id));
}

export type HeldAttempt = ReviewedAttempt & { reviewState: "held" };

/** The held drafts of a ticket. */
export async function heldOf(db: Db, ticketId: string): Promise<HeldAttempt[]> {
  const rows = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.ticketId, ticketId), eq(attempts.reviewState, "held")));
  return rows.map((row) => ({ ...row, reviewState: "held" }));
}

/** Closes the held drafts of a ticket that a person answers themselves. @returns their ids */
export async function takeOverHeld(
  db: Db,
  ticketId: string,
  by: { personId: string; at: Date },
): Promise<string[]> {
  const taken = await db
    .update(attempts)
    .set({
      reviewState: "none",
      outcome: "taken over",
      reviewedBy: by.personId,
      reviewedAt: by.at,
    })
    .where(and(eq(attempts.ticketId, ticketId), eq(attempts.reviewState, "held")))
    .returning({ id: attempts.id });
  return taken.map((row) => row.id);
}
