import type { Db } from "@/db/client";
import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import {
  insertDraft,
  type NewModelDraft,
  type Outcome,
  outcomes,
  settleDraft,
} from "./draft-store";

/** What calibration looks back on: newer ones tell more of a model that its vendor changes, drafts. */
const LOOK_BACK = 500;

/** Keeps what a model wrote, beside its attempt and in the same transaction. */
export async function storeModelDraft(
  ctx: Context,
  row: Omit<NewModelDraft, "id" | "createdAt">,
): Promise<void> {
  await insertDraft(ctx.db, { ...row, id: newId(), createdAt: ctx.now() });
}

/** How it ended. `right` null: that was taken back, and nobody knows again. */
export async function settleModelDraft(
  ctx: Context,
  attemptId: string,
  { right, weight }: { right: boolean | null; weight: number },
): Promise<void> {
  const known = right !== null;
  await settleDraft(ctx.db, attemptId, {
    right,
    weight: known ? weight : null,
    settledAt: known ? ctx.now() : null,
  });
}

/** The newest drafts of a model and prompt that have ended, for its calibration. */
export const modelHistory = (db: Db, model: string, promptVersion: string): Promise<Outcome[]> =>
  outcomes(db, model, promptVersion, LOOK_BACK);
