import { and, eq, gte, isNull, type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { people } from "@/db/schema/person";
import { verdicts } from "@/db/schema/resolve";

const stands = (since: Date) => and(isNull(verdicts.undoneAt), gte(verdicts.createdAt, since));

const number = (value: SQL) =>
  sql<number | null>`${value}`.mapWith((raw: unknown) => (raw === null ? null : Number(raw)));

const FIGURES = {
  reviewed: sql<number>`count(*)`.mapWith(Number),
  seconds: number(
    sql`percentile_cont(0.5) within group (order by ${verdicts.seconds}) filter (where ${verdicts.seconds} is not null)`,
  ),
  unchanged: number(sql`avg((${verdicts.verdict} = 'approve')::int)`),
  edited: number(sql`avg(${verdicts.editShare}) filter (where ${verdicts.editShare} is not null)`),
};

/** What all reviewers together have done since. */
export async function figuresSince(db: Db, since: Date) {
  const [row] = await db.select(FIGURES).from(verdicts).where(stands(since));
  return row ?? { reviewed: 0, seconds: null, unchanged: null, edited: null };
}

/** The same of each, the busiest first. */
export function figuresByPerson(db: Db, since: Date) {
  return db
    .select({ id: people.id, name: people.name, ...FIGURES })
    .from(verdicts)
    .innerJoin(people, eq(people.id, verdicts.personId))
    .where(stands(since))
    .groupBy(people.id, people.name)
    .orderBy(sql`count(*) desc`, people.name);
}

/**
 * Drafts that at least two people have judged, and on how many all said the same: to send, and
 * the same words, or not to send.
 */
export async function agreementSince(
  db: Db,
  since: Date,
): Promise<{ pairs: number; agreed: number }> {
  const [row] = await rowsOf<{ pairs: number | string; agreed: number | string }>(
    db,
    sql`select count(*) as pairs, count(*) filter (where words = 1) as agreed
        from (
          select count(distinct case when verdict in ('approve', 'correct')
            then 'send ' || coalesce(text, '') else 'not' end) as words
          from verdicts
          where undone_at is null and created_at >= ${since.toISOString()}::timestamptz
          group by attempt_id having count(distinct person_id) > 1
        ) as judged`,
  );
  return { pairs: Number(row?.pairs ?? 0), agreed: Number(row?.agreed ?? 0) };
}
