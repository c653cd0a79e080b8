import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { tickets } from "@/db/schema/ticket";
import { COUNT_LIMIT } from "./model";
import { type QueueFilter, scopeOf, scopeSql } from "./queue-filter-store";
import { awake, type Looker, listed } from "./view-parts-store";

/** Counts up to a limit: a desk with 100,000 open tickets is not read through for each browser. */
const bounded = (where: SQL | undefined) =>
  sql`(select count(*)::int from (select 1 from ${tickets} where ${where} limit ${COUNT_LIMIT}) counted)`;

type Counts = { counts: number[]; teams: { id: string; name: string; open: number }[] };

/**
 * How many tickets each queue holds, and the teams by name with their open ones; each at most
 * `COUNT_LIMIT`. In one statement: each way to the database costs more than most of the counts.
 */
export async function navigationCounts(
  db: Db,
  queues: readonly QueueFilter[],
  looker: Looker,
): Promise<Counts> {
  const counts = queues.map((queue) => bounded(scopeSql(scopeOf(queue, looker, null))));
  const open = bounded(sql`tickets.team_id = teams.id and ${listed} and ${awake(looker.now)}`);
  const [row] = await rowsOf<Counts>(
    db,
    sql`select array[${sql.join(counts, sql`, `)}] as counts, (
      select coalesce(json_agg(json_build_object('id', id, 'name', name, 'open', ${open})
        order by name), '[]') from teams) as teams`,
  );
  if (!row) throw new Error("a statement of one row gave none");
  return row;
}
