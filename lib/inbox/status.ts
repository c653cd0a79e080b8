import { allowed, type Context, requirePermission } from "../platform/context";
import { diskFull } from "../platform/disk";
import { countDeadLetters, oldestDueSeconds } from "../platform/job-store";
import type { DeskStatus } from "../platform/model";
import { countMissingTargets, countRefused } from "./status-store";

/** What keeps this desk from working, for the banner of every page. */
export async function readStatus(ctx: Context, build: () => Promise<string>): Promise<DeskStatus> {
  requirePermission(ctx, "ticket.read");
  const [waitingSeconds, refusedReplies, deadJobs, missingTargets, diskIsFull] = await Promise.all([
    oldestDueSeconds(ctx.db),
    countRefused(ctx.db, ctx.now()),
    allowed(ctx.actor, "settings.write") ? countDeadLetters(ctx.db) : null,
    allowed(ctx.actor, "rules.write") ? countMissingTargets(ctx.db) : null,
    diskFull(ctx.env),
  ]);
  const found = { waitingSeconds, refusedReplies, deadJobs, missingTargets, diskFull: diskIsFull };
  return { build: await build(), ...found };
}
