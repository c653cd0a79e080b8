import { sql } from "drizzle-orm";
import type { Context } from "@/lib/platform/context";
import type { Job } from "@/lib/platform/jobs";
import { startWorkers } from "@/lib/runner";
import { rowsOf } from "../client";

export type JobRun = { name: string; outcome: string } | { name: string; error: unknown };

/** More than any test causes: a pipeline that feeds itself fails instead of hanging. */
const LIMIT = 500;

/**
 * Works off all queued jobs, oldest first, with the product's own runner and pipeline, until none
 * is left that is due by the test's clock (`ctx.advance`).
 *
 * @param options.failures `throw` (default): the first failing job fails the test; `collect`:
 *   it is put in the result, and not retried
 */
export async function runJobs(
  ctx: Context,
  options: { failures?: "throw" | "collect" } = {},
): Promise<JobRun[]> {
  const { jobs, context } = await wiring(ctx);
  const runs: JobRun[] = [];
  for (let item = await takeJob(ctx); item; item = await takeJob(ctx)) {
    const { id, name, data } = item;
    const job = jobs.get(name);
    if (!job) throw new Error(`nothing works on the queue ${name}`);
    if (runs.length === LIMIT) throw new Error(`more than ${LIMIT} jobs; the last was ${name}`);
    try {
      const outcome = await job.runRaw(context(name), data);
      await finish(ctx, id, "completed");
      runs.push({ name, outcome });
    } catch (error) {
      await finish(ctx, id, "failed");
      if (options.failures !== "collect") throw error;
      runs.push({ name, error });
    }
  }
  return runs;
}

/** The jobs that the product's workers would start with, and the contexts they would get. */
async function wiring(ctx: Context) {
  const jobs = new Map<string, Job<never>>();
  let context: (name: string) => Context = () => ctx;
  const listener = {
    send: ctx.jobs.send,
    everyMinute: async () => undefined,
    depth: async () => [],
    stop: async () => undefined,
    work: async (all: readonly Job<never>[], make: (name: string) => Context) => {
      for (const job of all) jobs.set(job.name, job);
      context = make;
    },
  };
  await startWorkers(listener, ctx, 1);
  return { jobs, context };
}

/**
 * The queue stamps jobs with the server's microseconds, `now` has milliseconds: without some grace a
 * job that was sent in this very millisecond would seem to be due later.
 */
const GRACE_MS = 1000;

/** How far a test has moved its clock, milliseconds. */
const aheadMs = (ctx: Context) => ctx.now().getTime() - Date.now();

/**
 * A job that was sent for later waits for the test's clock alone: how long the test has taken until
 * now must not decide what it sees.
 */
async function takeJob(ctx: Context) {
  const [row] = await rowsOf<{ id: string; name: string; data: unknown }>(
    ctx.db,
    sql`update pgboss.job set state = 'active', started_on = now()
        where id = (
          select id from pgboss.job
          where state in ('created', 'retry') and name not like '\\_\\_pgboss%'
            and start_after <= created_on + ${aheadMs(ctx) + GRACE_MS} * interval '1 ms'
          order by created_on, id limit 1
        )
        returning id::text, name, data`,
  );
  return row;
}

async function finish(ctx: Context, id: string, state: "completed" | "failed"): Promise<void> {
  await ctx.db.execute(
    sql`update pgboss.job set state = ${state}::pgboss.job_state, completed_on = now() where id = ${id}::uuid`,
  );
}
