import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { takeDeadLetters } from "../platform/job-store";
import type { DeadChoice } from "../platform/model";
import { DEAD_AT_ONCE, orNotFound } from "./dead-jobs";

/**
 * Gives up what has failed for good: one job, or up to `DEAD_AT_ONCE` of a kind.
 *
 * @throws `not_found` when somebody else was quicker
 */
export async function discardJob(ctx: Context, choice: DeadChoice): Promise<{ jobs: number }> {
  requirePermission(ctx, "settings.write");
  return transaction(ctx, async (tx) => {
    const taken = orNotFound(await takeDeadLetters(tx.db, choice, DEAD_AT_ONCE));
    for (const { id, name } of taken) await recordEvent(tx, "job.discarded", { jobId: id, name });
    return { jobs: taken.length };
  });
}
