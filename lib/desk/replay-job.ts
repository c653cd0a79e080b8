import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { takeDeadLetters } from "../platform/job-store";
import type { DeadChoice } from "../platform/model";
import { DEAD_AT_ONCE, orNotFound } from "./dead-jobs";

/**
 * Queues again what has failed for good: one job, or up to `DEAD_AT_ONCE` of a kind. Each is a new
 * job with the old payload; all jobs are safe to run twice.
 *
 * @throws `not_found` when somebody else was quicker
 */
export async function replayJob(ctx: Context, choice: DeadChoice): Promise<{ jobs: number }> {
  requirePermission(ctx, "settings.write");
  return transaction(ctx, async (tx) => {
    const taken = orNotFound(await takeDeadLetters(tx.db, choice, DEAD_AT_ONCE));
    for (const { id, name, data } of taken) {
      await tx.jobs.send(tx.db, name, data);
      await recordEvent(tx, "job.replayed", { jobId: id, name });
    }
    return { jobs: taken.length };
  });
}
