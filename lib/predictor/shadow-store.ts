import { and, eq, gte, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { shadowPredictions, signals } from "@/db/schema/predictor";
import { newId } from "../platform/ids";

type Said = Omit<typeof shadowPredictions.$inferInsert, "id" | "attemptId" | "createdAt">;

/** Keeps what configurations would have said of a draft; once for each. */
export async function insertPredictions(
  db: Db,
  attemptId: string,
  said: readonly Said[],
  createdAt: Date,
): Promise<void> {
  await db
    .insert(shadowPredictions)
    .values(said.map((one) => ({ id: newId(), attemptId, createdAt, ...one })))
    .onConflictDoNothing();
}

/** Whether a ticket has taught anything since: whoever predicts then has seen the answer. */
export async function taughtSince(db: Db, ticketId: string, at: Date): Promise<boolean> {
  const rows = await db
    .select({ id: signals.id })
    .from(signals)
    .where(
      and(
        eq(signals.ticketId, ticketId),
        inArray(signals.kind, ["answered", "edited", "approved", "rejected"]),
        gte(signals.createdAt, at),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
