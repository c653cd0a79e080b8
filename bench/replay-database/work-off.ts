import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Context, Tools } from "@/lib/platform/context";
import type { Job } from "@/lib/platform/jobs";
import { startWorkers } from "@/lib/runner";

/** More than one ticket causes: a pipeline that feeds itself fails instead of running for ever. */
const LIMIT = 1000;
/** Jobs are stamped with the server's clock, which is a little ahead at times. */
const GRACE_MS = 1000;

/**
 * The product's own workers, one job after the other and by the desk's clock instead of the
 * machine's, so that nobody waits for silences and for the time to undo.
 *
 * @returns works off what is due, and says how many jobs that were
 */
export async function worker(tools: Tools): Promise<() => Promise<number>> {
  const jobs = new Map<string, Job<never>>();
  let contextOf: ((name: string) => Context) | undefined;
  await startWorkers(
    {
      send: tools.jobs.send,
      everyMinute: async () => undefined,
      depth: async () => [],
      stop: async () => undefined,
      work: async (all, context) => {
        for (const job of all) jobs.set(job.name, job);
        contextOf = context;
      },
    },
    tools,
    1,
  );
  return async () => {
    let done = 0;
    for (let item = await take(tools); item; item = await take(tools)) {
      const job = jobs.get(item.name);
      if (!job || !contextOf) throw new Error(`nothing works on the queue ${item.name}`);
      if (++done > LIMIT) throw new Error(`more than ${LIMIT} jobs; the last was ${item.name}`);
      await job.runRaw(contextOf(item.name), item.data);
    }
    return done;
  };
}

/** Taken out for good: a job that fails ends the replay, and thousands of old ones would slow it. */
async function take({ db, now }: Tools): Promise<{ name: string; data: unknown } | undefined> {
  const due = new Date(now().getTime() + GRACE_MS).toISOString();
  const [row] = await rowsOf<{ name: string; data: unknown }>(
    db,
    sql`delete from pgboss.job where id = (
          select id from pgboss.job
          where state in ('created', 'retry') and name not like '\\_\\_pgboss%'
            and start_after <= ${due}::timestamptz
          order by created_on, id limit 1
        )
        returning name, data`,
  );
  return row;
}
