import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import type { Db } from "@/db/client";
import type { Context } from "./context";
import type { Job } from "./define-job";
import { BadPayload, faultWords } from "./fault";
import { dueQueues } from "./job-store";
import { log } from "./log";
import { count, observe } from "./metrics";

/** How often one statement looks for jobs whose time has come: retries, and those sent for later. */
const LOOK_MS = 1_000;

/** Workers are woken by NOTIFY and by that look; their own polling is for when both fail, seconds. */
const POLL_SECONDS = 30;

/** Jobs that this process works on now. */
export type Running = Set<string>;

export async function startWorkers(
  boss: PgBoss,
  db: Db,
  running: Running,
  wanted: { jobs: readonly Job<never>[]; context: (jobName: string) => Context; each: number },
): Promise<() => void> {
  const workers = new Map<string, string[]>();
  for (const job of wanted.jobs) {
    const ids: string[] = [];
    for (let n = 0; n < wanted.each; n++) {
      ids.push(await startWorker(boss, job, running, wanted.context));
    }
    workers.set(job.name, ids);
  }
  return wakeWorkers(boss, db, workers);
}

/**
 * NOTIFY tells of jobs that are due when they are sent, but not of those that become due. One look
 * for all queues costs less than every worker polling, and no job waits longer than it must.
 */
function wakeWorkers(boss: PgBoss, db: Db, workers: ReadonlyMap<string, string[]>): () => void {
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      for (const name of await dueQueues(db)) {
        for (const id of workers.get(name) ?? []) boss.notifyWorker(id);
      }
    } catch {
      // The database is away; the workers say so, and the next look finds it back.
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function startWorker(
  boss: PgBoss,
  job: Job<never>,
  running: Running,
  context: (jobName: string) => Context,
): Promise<string> {
  let id: string | undefined;
  id = await boss.work(
    job.name,
    {
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      batchSize: job.batch,
      includeMetadata: true,
      perJobResults: true, // one that fails does not take the others with it
    },
    async (items) => {
      // Notifications that come while it works count once; without this, what they were sent for
      // would wait for the next look. Where a job was, there may be another: look again at once.
      if (id) boss.notifyWorker(id);
      for (const item of items) running.add(item.id);
      const results: JobResult[] = [];
      for (const item of items) {
        results.push(await runOne(job, item, context(job.name)));
        running.delete(item.id);
      }
      return results;
    },
  );
  return id;
}

/** Runs one job. What the queue and the log keep of it holds no words of people. */
export async function runOne(
  job: Job<never>,
  item: Pick<
    JobWithMetadata<unknown>,
    "id" | "data" | "startAfter" | "retryCount" | "retryLimit" | "output"
  >,
  ctx: Context,
): Promise<JobResult> {
  const began = Date.now();
  observe("job_waiting", { job: job.name }, Math.max(0, began - item.startAfter.getTime()) / 1000);
  const { result, facts } = await job
    .runRaw(ctx, item.data)
    .then((words) => done(words, item.id))
    .catch((error: unknown) => failed(error, item));
  const ms = Date.now() - began;
  const labels = { job: job.name, result: facts.result };
  count("jobs", labels);
  observe("job", labels, ms / 1000);
  const note = { job: job.name, id: item.id, ...ticketOf(item.data), ...facts, ms };
  if (result.status === "completed")
    log[IDLE.test(facts.result) ? "debug" : "info"](note, "job done");
  else log.error(note, result.status === "failed" ? "job failed" : "job given up");
  return result;
}

/** Outcomes of the clock's jobs in most minutes, and of repeated ones: told when somebody asks. */
const IDLE = /^(0|nothing|skipped)$/;

type Told = { result: JobResult; facts: { result: string } & Record<string, unknown> };

function done(words: string, id: string): Told {
  const outcome = outcomeWords(words);
  const result = /^([a-z]+|0(?= ))/.exec(outcome)?.[0] ?? "done";
  return {
    result: { id, status: "completed", output: { outcome } },
    facts: { result, outcome },
  };
}

/** A job that has failed by itself so often in a row will not succeed without a person. */
const MAX_FAILURES = 6;

function failed(
  error: unknown,
  item: Pick<JobWithMetadata<unknown>, "id" | "retryCount" | "retryLimit" | "output">,
): Told {
  const message = faultWords(error);
  const failures = failuresOf(item.output) + 1;
  const hopeless =
    error instanceof BadPayload || failures >= MAX_FAILURES || item.retryCount >= item.retryLimit;
  const output = { message, failures };
  return {
    result: { id: item.id, status: hopeless ? "deadletter" : "failed", output },
    facts: { result: hopeless ? "given_up" : "failed", err: error, message },
  };
}

/** As the run before left it; a worker that died left nothing. */
function failuresOf(output: unknown): number {
  const failures = output instanceof Object ? Reflect.get(output, "failures") : undefined;
  return typeof failures === "number" ? failures : 0;
}

/** Reasons that our own code words; after any other colon another system may have spoken. */
const OWN_REASON = /^(skipped|waits|queued|nothing)\b/;

/** An outcome without what others said in it. */
export function outcomeWords(outcome: string): string {
  const plain = OWN_REASON.test(outcome) ? outcome : outcome.replace(/:.*/s, "");
  return plain.slice(0, 200);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Only what is an id: what was sent may not be what it should. */
function ticketOf(data: unknown): { ticketId?: string } {
  const ticketId = data instanceof Object ? Reflect.get(data, "ticketId") : undefined;
  return typeof ticketId === "string" && UUID.test(ticketId) ? { ticketId } : {};
}
