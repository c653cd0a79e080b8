import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Desk } from "./desk";

/** Waiting or running jobs that something has caused; not those of the clock or of pg-boss. */
export const UNDER_WAY = sql`state in ('created', 'retry', 'active')
  and name not like '\\_\\_pgboss%' and name not in ('ticket.sweep', 'dead-letters')`;

type Options = {
  seconds: number;
  /** Moves the clock of what waits, so that nobody waits minutes for a further try. */
  hurry: boolean;
  /** Mails and calls that are on their way. */
  busy: () => number;
  /** What people have to do. */
  waiting: () => Promise<number>;
  tell: (words: string) => void;
};

/** Waits until no job and nothing for people is left. @returns the seconds that took; null when it was not quiet in time */
export async function untilQuiet({ db }: Desk, options: Options): Promise<number | null> {
  const began = Date.now();
  const end = began + options.seconds * 1000;
  let quiet = 0;
  while (Date.now() < end) {
    if (options.hurry && options.busy() === 0) await moveClock(db);
    const left = (await jobsLeft(db)) + (await options.waiting());
    quiet = left === 0 && options.busy() === 0 ? quiet + 1 : 0;
    if (quiet === 3) return (Date.now() - began) / 1000;
    options.tell(`${left} jobs and decisions left`);
    await pause(500);
  }
  return null;
}

async function jobsLeft(db: Desk["db"]): Promise<number> {
  const [row] = await rowsOf<{ left: number }>(
    db,
    sql`select count(*)::int as left from pgboss.job where ${UNDER_WAY}`,
  );
  return row?.left ?? 0;
}

/**
 * As if the time until the next try had passed. A mail in `sending` that no server knows of any
 * more belongs to a worker that has died: its lease is over, too.
 */
async function moveClock(db: Desk["db"]): Promise<void> {
  await db.execute(
    sql`update deliveries set updated_at = updated_at - interval '1 hour'
        where state = 'sending' and updated_at between now() - interval '30 minutes'
          and now() - interval '5 seconds'`,
  );
  await db.execute(
    sql`update pgboss.job set start_after = now()
        where ${UNDER_WAY} and state <> 'active' and start_after > now()`,
  );
}
