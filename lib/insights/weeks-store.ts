import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";

/** Signals that are looked through, the newest, and weeks that are shown. */
const SIGNALS = 20_000;
const WEEKS = 12;

export type LabelWeek = {
  from: string;
  routed: number;
  intent: number;
  category: number;
  priority: number;
  team: number;
};

/** What was routed and what people changed of it, week by week (UTC), oldest first. */
export function labelWeeks(db: Db, since: Date): Promise<LabelWeek[]> {
  const at = sql`${since.toISOString()}::timestamptz`;
  return rowsOf<LabelWeek>(
    db,
    sql`with changed as (
      select date_trunc('week', s.created_at at time zone 'UTC') as week, s.payload ->> 'label' as label
      from (select * from signals order by seq desc limit ${SIGNALS}::int) s
      where s.kind = 'relabelled' and s.undone_at is null and s.created_at >= ${at}),
    routed as (
      select date_trunc('week', created_at at time zone 'UTC') as week, count(*)::int as routed
      from routings where created_at >= ${at} group by 1),
    corrected as (
      select week, (count(*) filter (where label = 'intent'))::int as intent,
        (count(*) filter (where label = 'category'))::int as category,
        (count(*) filter (where label = 'priority'))::int as priority,
        (count(*) filter (where label = 'team'))::int as team
      from changed group by 1)
    select (coalesce(r.week, c.week) at time zone 'UTC')::text as "from",
      coalesce(routed, 0) as routed, coalesce(intent, 0) as intent,
      coalesce(category, 0) as category, coalesce(priority, 0) as priority,
      coalesce(team, 0) as team
    from routed r full join corrected c on c.week = r.week order by 1`,
  );
}

/** Mean and number of ratings in all. */
export async function ratingTotal(db: Db) {
  const [row] = await rowsOf<{ count: number; mean: number | null }>(
    db,
    sql`select count(*)::int as count, avg(score)::float8 as mean from ratings`,
  );
  return row ?? { count: 0, mean: null };
}

/** The same for the latest weeks (UTC) with any, oldest first. */
export function ratingWeeks(db: Db) {
  return rowsOf<{ from: string; count: number; mean: number }>(
    db,
    sql`select * from (
      select (date_trunc('week', created_at at time zone 'UTC') at time zone 'UTC')::text as "from",
        count(*)::int as count, avg(score)::float8 as mean
      from ratings group by 1 order by 1 desc limit ${WEEKS}::int) latest order by 1`,
  );
}
