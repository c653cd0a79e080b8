import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people, sessions, teamMembers } from "@/db/schema/person";
import { AppError } from "../platform/errors";
import type { Person } from "./store";

/** Any number, the same for every process: changes of who may do what wait for each other. */
const PEOPLE_LOCK = 7_120_404;

/** The person, while nobody else changes who may do what. @throws `not_found` */
export async function lockPerson(db: Db, id: string): Promise<Person> {
  await db.execute(sql`select pg_advisory_xact_lock(${PEOPLE_LOCK})`);
  const [row] = await db.select().from(people).where(eq(people.id, id));
  if (!row) throw new AppError("not_found", "There is no such person.");
  return row;
}

export async function updatePerson(
  db: Db,
  id: string,
  change: Partial<typeof people.$inferInsert>,
): Promise<void> {
  await db.update(people).set(change).where(eq(people.id, id));
}

/** True when somebody else here is an admin. */
export async function otherAdmin(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, "admin"), isNull(people.disabledAt), ne(people.id, id)))
    .limit(1);
  return rows.length > 0;
}

export async function teamsOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: teamMembers.teamId })
    .from(teamMembers)
    .where(eq(teamMembers.personId, personId))
    .orderBy(teamMembers.teamId);
  return rows.map(({ id }) => id);
}

/** Ends the sessions of a person, or all but one. @returns how many */
export async function endSessionsOf(db: Db, personId: string, but?: string): Promise<number> {
  const all = eq(sessions.personId, personId);
  const rows = await db
    .delete(sessions)
    .where(but === undefined ? all : and(all, ne(sessions.id, but)))
    .returning({ id: sessions.id });
  return rows.length;
}

/** Ends one session of a person. */
export async function endOneSession(db: Db, personId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}
