import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { approveDraft } from "./approve-draft";
import type { ApproveBatchInput } from "./review-inputs";
import type { Settled } from "./send-draft";

type BatchResult = {
  attemptId: string;
  settled: Settled | null;
  /** Why it was not approved, in words for people; null when it was. */
  problem: string | null;
};

/**
 * Approves several drafts that the person has read, each by itself: one that somebody else was
 * faster with does not stop the others.
 */
export async function approveBatch(
  ctx: Context,
  { items }: ApproveBatchInput,
): Promise<BatchResult[]> {
  requirePermission(ctx, "draft.settle_held");
  requirePerson(ctx);
  const results: BatchResult[] = [];
  for (const item of items) {
    const { attemptId } = item;
    try {
      results.push({ attemptId, settled: await approveDraft(ctx, item), problem: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ attemptId, settled: null, problem: error.message });
    }
  }
  return results;
}
