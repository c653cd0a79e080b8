import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people, teamMembers } from "@/db/schema/person";

export type Member = {
  id: string;
  /** Tickets at once that rules may give; null: any number. */
  capacity: number | null;
};

/** Members of a team who have not left and are not away, in an order that stays. */
export async function rosterOf(db: Db, teamId: string, now: Date): Promise<Member[]> {
  return db
    .select({ id: people.id, capacity: people.capacity })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .where(
      and(
        eq(teamMembers.teamId, teamId),
        isNull(people.disabledAt),
        or(isNull(people.awayUntil), lte(people.awayUntil, now)),
      ),
    )
    .orderBy(asc(people.id));
}

/** Whoever takes what is meant for a person: they, or their cover while they are away. */
export async function standIn(
  db: Db,
  personId: string,
  now: Date,
): Promise<{ personId: string | null; why: "here" | "away" | "left" }> {
  const [row] = await db.select().from(people).where(eq(people.id, personId));
  if (!row || row.disabledAt) return { personId: null, why: "left" };
  if (!row.awayUntil || row.awayUntil <= now) return { personId, why: "here" };
  const [cover] = row.coverId
    ? await db.select().from(people).where(eq(people.id, row.coverId))
    : [];
  // A cover who is away too passes nothing on: the team has it.
  const there = cover && !cover.disabledAt && !(cover.awayUntil && cover.awayUntil > now);
  return { personId: there ? cover.id : null, why: "away" };
}

/**
 * Whoever hands out work of this team waits here until the transaction of the one before has ended,
 * in whichever process: of two at once, the second sees what the first has given to whom.
 */
export async function lockRoster(db: Db, teamId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`roster:${teamId}`}, 0))`);
}

/** False when there is no such person, or they have left. */
export async function isHere(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  return rows.length > 0;
}
