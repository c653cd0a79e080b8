import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { DeadChoice } from "./model";

/** Jobs that failed for good, with their errors. */
export const DEAD_LETTERS = "dead-letters";

export type QueueDepth = {
  name: string;
  /** Due, and not yet taken. */
  ready: number;
  active: number;
  /** How long the oldest of `ready` has been due, seconds; 0 when there is none. */
  oldestSeconds: number;
};

const OURS = sql`q.name <> ${DEAD_LETTERS} and q.name not like '\\_\\_pgboss%'`;

/** Waiting jobs of queue `q` that are due; pg-boss has an index for them. */
const DUE = sql`j.name = q.name and j.state < 'active' and not j.blocked and j.start_after <= now()`;

/** Counted now, of every queue. */
export async function queueDepths(db: Db): Promise<QueueDepth[]> {
  const rows = await rowsOf<{ name: string; ready: number; active: number; oldest: number }>(
    db,
    sql`select q.name, due.ready, coalesce(running.active, 0) as active,
          coalesce(due.oldest, 0)::float8 as oldest
        from pgboss.queue q
        cross join lateral (
          select count(*)::int as ready, extract(epoch from now() - min(j.start_after)) as oldest
          from pgboss.job j where ${DUE}
        ) due
        left join (
          select name, count(*)::int as active from pgboss.job where state = 'active' group by name
        ) running on running.name = q.name
        where ${OURS} order by q.name`,
  );
  return rows.map(({ oldest, ...row }) => ({ ...row, oldestSeconds: Math.floor(oldest) }));
}

/** How long the oldest job that is due has waited, seconds. Cheap: a look into an index a queue. */
export async function oldestDueSeconds(db: Db): Promise<number> {
  const [row] = await rowsOf<{ oldest: number | null }>(
    db,
    sql`select extract(epoch from now() - min(due.since))::float8 as oldest
        from pgboss.queue q
        cross join lateral (select min(j.start_after) as since from pgboss.job j where ${DUE}) due
        where ${OURS}`,
  );
  return Math.floor(row?.oldest ?? 0);
}

/** Queues that hold a job which is due. */
export async function dueQueues(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select q.name from pgboss.queue q where exists (select from pgboss.job j where ${DUE})`,
  );
  return rows.map((row) => row.name);
}

/** Makes jobs that a stopping worker gave back due at once, instead of after the usual pause. */
export async function hurry(db: Db, ids: readonly string[]): Promise<void> {
  await db.execute(
    sql`update pgboss.job set start_after = now()
        where state = 'retry' and id in (${list(ids)})`,
  );
}

const list = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

type DeadRow = {
  id: string;
  /** The kind of job. */
  name: string;
  data: unknown;
  error: string;
  tries: number;
  failedAt: string;
};

const WAITING_DEAD = sql`name = ${DEAD_LETTERS} and state < 'active'`;

/** Jobs that have failed for good, newest first. */
export function deadLetters(db: Db, limit: number): Promise<DeadRow[]> {
  return rowsOf<DeadRow>(
    db,
    sql`select id::text, coalesce(source_name, name) as name, data,
          coalesce(source_output->>'message', source_output->'value'->>'message',
                   source_output->>'value', '') as error,
          coalesce(source_retry_count, 0) + 1 as tries,
          to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "failedAt"
        from pgboss.job where ${WAITING_DEAD}
        order by created_on desc, id limit ${limit}`,
  );
}

export async function countDeadLetters(db: Db): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from pgboss.job where ${WAITING_DEAD}`,
  );
  return row?.n ?? 0;
}

/** Takes them out. Of two people who take the same one, the second gets nothing. */
export function takeDeadLetters(db: Db, choice: DeadChoice, limit: number) {
  const which =
    "id" in choice ? sql`id = ${choice.id}::uuid` : sql`source_name = ${choice.name}::text`;
  return rowsOf<{ id: string; name: string; data: Record<string, unknown> }>(
    db,
    sql`delete from pgboss.job where name = ${DEAD_LETTERS} and id in (
          select id from pgboss.job where ${WAITING_DEAD} and ${which}
          order by created_on, id limit ${limit} for update skip locked
        )
        returning id::text, coalesce(source_name, name) as name, data`,
  );
}

/** True while a job of this kind waits or runs. */
export async function isQueued(db: Db, name: string): Promise<boolean> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select name from pgboss.job where name = ${name} and state < 'completed' limit 1`,
  );
  return rows.length > 0;
}
