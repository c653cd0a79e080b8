import { allowed, type Context, requirePermission } from "../platform/context";
import { diskFull } from "../platform/disk";
import { countDeadLetters, oldestDueSeconds } from "../platform/job-store";
import type { DeskStatus } from "../platform/model";
import { countRefused } from "./status-store";

/** What keeps this desk from working, for the banner above every page. */
export async function readStatus(ctx: Context, query: { build: string }): Promise<DeskStatus> {
  requirePermission(ctx, "ticket.read");
  const [waitingSeconds, refusedReplies, deadJobs, full] = await Promise.all([
    oldestDueSeconds(ctx.db),
    countRefused(ctx.db, ctx.now()),
    allowed(ctx.actor, "settings.write") ? countDeadLetters(ctx.db) : null,
    diskFull(ctx.env),
  ]);
  return { build: query.build, waitingSeconds, refusedReplies, deadJobs, diskFull: full };
}
