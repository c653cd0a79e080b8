import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { llmDrafts } from "@/db/schema/llm";

export type ModelDraft = typeof llmDrafts.$inferSelect;
export type NewModelDraft = typeof llmDrafts.$inferInsert;

/** Keeps what a model wrote to a message. Safe to repeat: an attempt has one. */
export async function insertDraft(db: Db, row: NewModelDraft): Promise<void> {
  await db.insert(llmDrafts).values(row).onConflictDoNothing({ target: llmDrafts.attemptId });
}

/** @returns false when there is no draft of a model to it */
export async function settleDraft(
  db: Db,
  attemptId: string,
  end: { right: boolean | null; weight: number | null; settledAt: Date | null },
): Promise<boolean> {
  const rows = await db
    .update(llmDrafts)
    .set(end)
    .where(eq(llmDrafts.attemptId, attemptId))
    .returning({ id: llmDrafts.id });
  return rows.length > 0;
}

export async function modelDraftOf(db: Db, attemptId: string): Promise<ModelDraft | null> {
  const [row] = await db.select().from(llmDrafts).where(eq(llmDrafts.attemptId, attemptId));
  return row ?? null;
}

/** The newest draft in the shadow of a ticket, where nobody knows yet how it ended. */
export async function newestShadow(db: Db, ticketId: string): Promise<ModelDraft | null> {
  const [row] = await db
    .select()
    .from(llmDrafts)
    .where(
      and(
        ...[eq(llmDrafts.ticketId, ticketId), eq(llmDrafts.used, false)],
        ...[isNotNull(llmDrafts.row), isNull(llmDrafts.right)],
      ),
    )
    .orderBy(desc(llmDrafts.createdAt))
    .limit(1);
  return row ?? null;
}

export type Outcome = { row: number[]; right: boolean; weight: number };

/**
 * The newest drafts of a model and prompt whose end is known.
 *
 * @param model where it stands, as `identityOf` names it
 */
export async function outcomes(
  db: Db,
  model: string,
  promptVersion: string,
  most: number,
): Promise<Outcome[]> {
  const { row, right, weight, settledAt } = llmDrafts;
  const rows = await db
    .select({ row, right, weight })
    .from(llmDrafts)
    .where(
      and(
        ...[eq(llmDrafts.model, model), eq(llmDrafts.promptVersion, promptVersion)],
        ...[isNotNull(right), isNotNull(row)],
      ),
    )
    .orderBy(desc(settledAt), desc(llmDrafts.id))
    .limit(most);
  return rows.flatMap((one) =>
    one.row && one.right !== null
      ? [{ row: one.row, right: one.right, weight: one.weight ?? 1 }]
      : [],
  );
}
