import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { teams } from "@/db/schema/person";
import { tickets } from "@/db/schema/ticket";
import { COUNT_LIMIT } from "./model";
import { type QueueFilter, type Scope, scopeOf, scopeSql } from "./queue-filter-store";
import { awake, type Looker, listed } from "./view-filter-store";

/** Counts up to a limit: a desk with 100,000 open tickets is not read through for each browser. */
const bounded = (where: SQL | undefined) =>
  sql`(select count(*)::int from (select 1 from ${tickets} where ${where} limit ${COUNT_LIMIT}) counted)`;

/** How many tickets each scope holds, at most `COUNT_LIMIT` each, in one statement. */
async function scopeCounts(db: Db, scopes: readonly Scope[]): Promise<number[]> {
  if (scopes.length === 0) return [];
  const counts = sql.join(
    scopes.map((scope) => bounded(scopeSql(scope))),
    sql`, `,
  );
  const [row] = await rowsOf<{ counts: number[] }>(db, sql`select array[${counts}] as counts`);
  return row?.counts ?? [];
}

/** The same of queues. */
export const queueCounts = (db: Db, queues: readonly QueueFilter[], looker: Looker) =>
  scopeCounts(
    db,
    queues.map((queue) => scopeOf(queue, looker, null)),
  );

/** Teams with their open tickets, at most `COUNT_LIMIT` each; by name. */
export function teamCounts(db: Db, now: Date) {
  return db
    .select({
      id: teams.id,
      name: teams.name,
      open: sql<number>`(select count(*)::int from (select 1 from ${tickets}
        where tickets.team_id = teams.id and ${listed} and ${awake(now)}
        limit ${COUNT_LIMIT}) counted)`.mapWith(Number),
    })
    .from(teams)
    .orderBy(teams.name);
}
