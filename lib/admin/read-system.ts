import type { z } from "zod";
import packageFile from "@/package.json";
import { buildId } from "../platform/build-id";
import { type Context, requirePermission } from "../platform/context";
import { diskFull } from "../platform/disk";
import { countDeadLetters, queueDepths } from "../platform/job-store";
import type { SystemView } from "./model";
import { databaseFacts, newestSignal, openDeliveries } from "./system-store";

const SECOND = 1000; // ms

/** How the desk runs, as this process sees it. */
export async function readSystem(ctx: Context): Promise<z.input<typeof SystemView>> {
  requirePermission(ctx, "settings.read");
  const [build, facts, queues, dead, open, seq, full] = await Promise.all([
    buildId(),
    databaseFacts(ctx.db),
    queueDepths(ctx.db),
    countDeadLetters(ctx.db),
    openDeliveries(ctx.db),
    newestSignal(ctx.db),
    diskFull(ctx.env),
  ]);
  const began = ctx.now().getTime() - process.uptime() * SECOND;
  return {
    version: packageFile.version,
    build,
    node: process.version,
    database: { kind: ctx.env.DATABASE_URL ? "postgres" : "embedded", ...facts },
    startedAt: new Date(began).toISOString(),
    memoryBytes: process.memoryUsage().rss,
    jobs: {
      ready: queues.reduce((sum, { ready }) => sum + ready, 0),
      active: queues.reduce((sum, { active }) => sum + active, 0),
      oldestSeconds: Math.max(0, ...queues.map(({ oldestSeconds }) => oldestSeconds)),
      dead,
    },
    deliveries: open,
    signals: seq,
    diskFull: full,
  };
}
