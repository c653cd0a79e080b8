import { sql } from "drizzle-orm";
import { type DrizzleTransactionLike, fromDrizzle, type JobResult, PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Database, Db } from "@/db/client";
import type { Context } from "./context";
import { newId } from "./ids";
import type { JobQueue } from "./job-queue";
import { log } from "./log";

/** A step that runs in a worker, at least once. Say in its comment why it is safe to repeat. */
export type Job<P> = {
  name: string;
  /** How many a worker takes at once; it works on them one after the other. */
  batch: number;
  run: (ctx: Context, payload: P) => Promise<string>;
  /** Parses what the queue holds; bad payloads go to the dead letters. */
  runRaw: (ctx: Context, payload: unknown) => Promise<string>;
};

export function defineJob<S extends z.ZodType>(spec: {
  name: string;
  payload: S;
  /**
   * Default 1. More saves the queue's own statements when there is a backlog; only for jobs of
   * milliseconds that wait for nobody, for a slow one holds up those taken with it.
   */
  batch?: number;
  run: (ctx: Context, payload: z.output<S>) => Promise<string>;
}): Job<z.output<S>> {
  return {
    name: spec.name,
    batch: spec.batch ?? 1,
    run: spec.run,
    runRaw: (ctx, payload) => spec.run(ctx, spec.payload.parse(payload)),
  };
}

/** Jobs that failed for good, with their errors. */
const DEAD_LETTERS = "dead-letters";

/** A killed worker's jobs are taken up when their heartbeat is this old, seconds. */
const HEARTBEAT_SECONDS = 15;
const RETRIES = 5;

export type Runner = JobQueue & {
  /** Starts workers for `jobs`. `context` makes a fresh context for each run. */
  work(
    jobs: readonly Job<never>[],
    context: (jobName: string) => Context,
    concurrency: number,
  ): Promise<void>;
  /** Sends these jobs once a minute, from whichever process is first. */
  everyMinute(names: readonly string[]): Promise<void>;
  /** Jobs that wait, run and have failed for good. */
  depth(): Promise<{ name: string; ready: number; active: number; failed: number }[]>;
  /** Finishes what runs (up to `seconds`), gives the rest back, and stops. */
  stop(seconds: number): Promise<void>;
};

/** Opens the queue in the same database, and makes sure that a queue exists for every name. */
export async function openJobs(database: Database, names: readonly string[]): Promise<Runner> {
  const boss = new PgBoss({
    ...(await database.bossOptions()),
    useListenNotify: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: true,
    reindex: false,
    monitorVacuum: database.kind === "postgres",
    application_name: "deskhand-jobs",
  });
  boss.on("error", (error) => log.error({ err: error.message }, "job queue"));
  await boss.start();
  await boss.createQueue(DEAD_LETTERS);
  for (const name of names) await ensureQueue(boss, name);
  // Fills the queue cache now: filled inside a transaction, it would wait for PGlite's only
  // connection, which that transaction holds.
  for (const name of names) await boss.findJobs(name, { id: newId() });
  return {
    async send(db, name, payload, options = {}) {
      await boss.send(name, payload, { ...options, db: onTransaction(db) });
    },
    work: (jobs, context, concurrency) => startWorkers(boss, jobs, context, concurrency),
    async everyMinute(names) {
      for (const name of names) await boss.schedule(name, "* * * * *", {}, { tz: "UTC" });
    },
    async depth() {
      const queues = await boss.getQueues();
      return queues.map((queue) => ({
        name: queue.name,
        ready: queue.readyCount,
        active: queue.activeCount,
        failed: queue.name === DEAD_LETTERS ? queue.queuedCount : 0,
      }));
    },
    stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000, close: true }),
  };
}

/** Both drivers answer `execute` in a shape that pg-boss reads; their common type does not say so. */
const onTransaction = (db: Db) => fromDrizzle(db as unknown as DrizzleTransactionLike, sql);

async function ensureQueue(boss: PgBoss, name: string): Promise<void> {
  await boss.createQueue(name, {
    notify: true,
    retryLimit: RETRIES,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: 300,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: DEAD_LETTERS,
  });
}

async function startWorkers(
  boss: PgBoss,
  jobs: readonly Job<never>[],
  context: (jobName: string) => Context,
  concurrency: number,
): Promise<void> {
  for (const job of jobs) {
    for (let worker = 0; worker < concurrency; worker++) await startWorker(boss, job, context);
  }
}

async function startWorker(
  boss: PgBoss,
  job: Job<never>,
  context: (jobName: string) => Context,
): Promise<void> {
  let id: string | undefined;
  id = await boss.work(
    job.name,
    {
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 10,
      batchSize: job.batch,
      perJobResults: true, // one that fails does not take the others with it
    },
    async (items) => {
      // Notifications that come while it works count once; without this, what they were sent for
      // would wait for the next poll. Where a job was, there may be another: look again at once.
      if (id) boss.notifyWorker(id);
      const results: JobResult[] = [];
      for (const item of items) results.push(await runOne(job, item, context(job.name)));
      return results;
    },
  );
}

async function runOne(
  job: Job<never>,
  item: { id: string; data: unknown },
  ctx: Context,
): Promise<JobResult> {
  try {
    const outcome = await job.runRaw(ctx, item.data);
    log.debug({ job: job.name, id: item.id, outcome }, "job done");
    return { id: item.id, status: "completed", output: { outcome } };
  } catch (error) {
    log.error({ job: job.name, id: item.id, err: error }, "job failed");
    const message = error instanceof Error ? error.message : String(error);
    return { id: item.id, status: "failed", output: { message } };
  }
}
