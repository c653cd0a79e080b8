import { sql } from "drizzle-orm";
import { type DrizzleTransactionLike, fromDrizzle, PgBoss, type QueueResult } from "pg-boss";
import type { Database, Db } from "@/db/client";
import type { Context } from "./context";
import type { Job } from "./define-job";
import { codeOf } from "./fault";
import { newId } from "./ids";
import type { JobQueue } from "./job-queue";
import { DEAD_LETTERS, hurry, type QueueDepth, queueDepths } from "./job-store";
import { type Running, startWorkers } from "./job-worker";
import { log } from "./log";

export { defineJob, type Job } from "./define-job";

/**
 * A killed worker's jobs are given to others when their heartbeat is this old, seconds; the least
 * that pg-boss takes. At worst they wait for that, for the next pass below, for the pause before a
 * retry (2 s), and for the look for due jobs (1 s): 23 s in all.
 */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 10;

/**
 * How often a job is begun again. Nearly all of them are for workers that die, which says nothing
 * against the job: failures of its own are counted apart, in `job-worker.ts`.
 */
const RETRIES = 50;
const DAY_SECONDS = 86_400;

/** Options of every queue but the dead letters. Those of queues that are there are brought up to date. */
const OPTIONS = {
  notify: true,
  retryLimit: RETRIES,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 300,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  /** Long enough to know a repeated send, short enough to keep counting cheap. */
  deleteAfterSeconds: DAY_SECONDS,
  deadLetter: DEAD_LETTERS,
} as const;

/** A queue's name; `single` for jobs of which one waits or runs at a time, a second is dropped. */
export type QueueName = string | { single: string };

export type Runner = JobQueue & {
  /** Starts workers for `jobs`. `context` makes a fresh context for each run. */
  work(
    jobs: readonly Job<never>[],
    context: (jobName: string) => Context,
    concurrency: number,
  ): Promise<void>;
  /** Sends these jobs once a minute, from whichever process is first, and no others any more. */
  everyMinute(names: readonly string[]): Promise<void>;
  /** What waits and runs now. */
  depth(): Promise<QueueDepth[]>;
  /** Finishes what runs (up to `seconds`), gives the rest back, and stops. */
  stop(seconds: number): Promise<void>;
};

/** Opens the queue in the same database, and makes sure that a queue exists for every name. */
export async function openJobs(
  database: Database,
  queues: readonly QueueName[],
  superviseSeconds = SUPERVISE_SECONDS,
): Promise<Runner> {
  const boss = await startBoss(database, superviseSeconds);
  const names = await ensureQueues(boss, queues);
  // Fills the queue cache now: filled inside a transaction, it would wait for PGlite's only
  // connection, which that transaction holds.
  for (const name of names) await boss.findJobs(name, { id: newId() });
  const running: Running = new Set();
  let rest = () => {};
  return {
    async send(db, name, payload, options = {}) {
      await boss.send(name, payload, { ...options, db: onTransaction(db) });
    },
    async work(jobs, context, each) {
      rest = await startWorkers(boss, database.db, running, { jobs, context, each });
    },
    everyMinute: (wanted) => schedule(boss, wanted),
    depth: () => queueDepths(database.db),
    async stop(seconds) {
      rest();
      await boss.stop({ graceful: true, timeout: seconds * 1000, close: true });
      if (running.size > 0) await hurry(database.db, [...running]);
    },
  };
}

async function startBoss(database: Database, superviseSeconds: number): Promise<PgBoss> {
  const boss = new PgBoss({
    ...(await database.bossOptions()),
    useListenNotify: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    schedule: true,
    cronWorkerIntervalSeconds: 10, // how late a job of the minute may be, besides the pass itself
    reindex: false,
    monitorVacuum: database.kind === "postgres",
    application_name: "deskhand-jobs",
  });
  boss.on("error", tellTrouble());
  await boss.start();
  return boss;
}

/** While the database is away every worker complains; one line a while is enough. */
function tellTrouble(): (error: unknown) => void {
  const toldAt = new Map<string, number>();
  return (error) => {
    const code = codeOf(error) ?? "unknown";
    if (Date.now() - (toldAt.get(code) ?? 0) < TELL_MS) return;
    toldAt.set(code, Date.now());
    log.error({ code, queue: queueOf(error) }, "job queue");
  };
}
const TELL_MS = 10_000;

const queueOf = (error: unknown): unknown =>
  error instanceof Object ? Reflect.get(error, "queue") : undefined;

/** Both drivers answer `execute` in a shape that pg-boss reads; their common type does not say so. */
const onTransaction = (db: Db) => fromDrizzle(db as unknown as DrizzleTransactionLike, sql);

async function ensureQueues(boss: PgBoss, queues: readonly QueueName[]): Promise<string[]> {
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  // Kept until somebody looks at them: a year.
  await ensureQueue(boss, there, DEAD_LETTERS, { retentionSeconds: 365 * DAY_SECONDS });
  for (const queue of queues) {
    if (typeof queue === "string") await ensureQueue(boss, there, queue, OPTIONS);
    else await ensureSingle(boss, there, queue.single);
  }
  return queues.map((queue) => (typeof queue === "string" ? queue : queue.single));
}

type There = ReadonlyMap<string, QueueResult>;

async function ensureQueue(boss: PgBoss, there: There, name: string, options: object) {
  const found = there.get(name);
  if (!found) return boss.createQueue(name, options);
  const differs = Object.entries(options).some(([key, value]) => Reflect.get(found, key) !== value);
  if (differs) await boss.updateQueue(name, options);
}

/** A queue's policy can't be changed; jobs of the clock come again, so theirs is made anew. */
async function ensureSingle(boss: PgBoss, there: There, name: string): Promise<void> {
  if (there.get(name)?.policy === "exclusive") return ensureQueue(boss, there, name, OPTIONS);
  if (there.has(name)) await boss.deleteQueue(name);
  await boss.createQueue(name, { ...OPTIONS, policy: "exclusive" });
}

async function schedule(boss: PgBoss, wanted: readonly string[]): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.includes(name)) await boss.unschedule(name); // of an older version
  }
  for (const name of wanted) await boss.schedule(name, "* * * * *", {}, { tz: "UTC" });
}
