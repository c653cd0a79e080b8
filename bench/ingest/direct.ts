import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { seedDefaults } from "@/db/defaults";
import { openDatabase } from "@/db/open";
import { ensureCliConnection } from "@/lib/channel";
import { ingestRequest, readRequest } from "@/lib/ingest";
import type { Context } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { fromPublicId } from "@/lib/platform/ids";
import { openJobs } from "@/lib/platform/jobs";
import { jobNames } from "@/lib/runner";
import { type Kind, makeDatabase } from "./desk";
import { type Measured, percentile, requestBody } from "./load";

/** The same transaction in this process: no HTTP, no signature. */
export async function measureDirect(
  kind: Kind,
  seconds: number,
  concurrency: number,
): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-bench-"));
  const made = kind === "postgres" ? await makeDatabase() : null;
  const database = await openDatabase({ databaseUrl: made?.url, dataDir: folder });
  const jobs = await openJobs(database, jobNames);
  try {
    const tools = {
      db: database.db,
      jobs,
      env: parseEnv({ NEXTAUTH_SECRET: "only for a bench, not a secret of anything" }),
      now: () => new Date(),
    };
    const ctx: Context = { ...tools, actor: { type: "system", name: "bench" } };
    await seedDefaults(ctx.db, ctx.now());
    const { connectionId } = await ensureCliConnection(ctx);
    const id = fromPublicId("c", connectionId) ?? "";
    const sender: Context = {
      ...tools,
      actor: { type: "connection", connectionId: id, scopes: ["ingest"] },
    };
    await run(sender, seconds / 5, concurrency);
    const cpu = process.cpuUsage();
    const { times, elapsed } = await run(sender, seconds, concurrency);
    const used = process.cpuUsage(cpu);
    await ctx.db.execute(sql`select 1`);
    return {
      perSecond: times.length / elapsed,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      requests: times.length,
      failures: 0,
      appCpuMs: (used.user + used.system) / 1000 / times.length,
      databaseCpuMs: null,
    };
  } finally {
    await jobs.stop(1);
    await database.close();
    await made?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(ctx: Context, seconds: number, concurrency: number) {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const lane = async () => {
    while (performance.now() < end) {
      const bytes = new TextEncoder().encode(requestBody());
      const began = performance.now();
      const request = readRequest(bytes, "application/json", ctx.now());
      await ingestRequest(ctx, { ...request, source: "cli" });
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { times, elapsed: (performance.now() - begin) / 1000 };
}
