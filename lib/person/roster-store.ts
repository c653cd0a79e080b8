import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people, teamMembers } from "@/db/schema/person";

/** Members of a team who have not left, in an order that stays. */
export async function rosterOf(db: Db, teamId: string): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .where(and(eq(teamMembers.teamId, teamId), isNull(people.disabledAt)))
    .orderBy(asc(people.id));
  return rows.map(({ id }) => id);
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
