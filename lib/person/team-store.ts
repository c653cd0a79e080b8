import { asc, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { teams } from "@/db/schema/person";

/** The team of this name, else the fallback team; null on a desk that has neither. */
export async function teamFor(
  db: Db,
  name: string,
): Promise<{ id: string; name: string; missing: boolean } | null> {
  const rows = await db
    .select({ id: teams.id, name: teams.name, fallback: teams.fallback })
    .from(teams)
    .where(or(eq(teams.name, name), eq(teams.fallback, true)));
  const named = rows.find((team) => team.name === name);
  const team = named ?? rows.find((row) => row.fallback);
  return team ? { id: team.id, name: team.name, missing: !named } : null;
}

export type Team = typeof teams.$inferSelect;

/** Any number, the same for every process: changes of teams wait for each other. */
const TEAMS_LOCK = 7_120_405;

/** All teams, while nobody else changes them. */
export async function lockTeams(db: Db): Promise<Team[]> {
  await db.execute(sql`select pg_advisory_xact_lock(${TEAMS_LOCK})`);
  return db.select().from(teams).orderBy(asc(teams.name));
}

/** Names that differ only in case are the same to people. */
export const teamNamed = (all: readonly Team[], name: string): Team | undefined =>
  all.find((team) => team.name.toLowerCase() === name.toLowerCase());

export async function insertTeam(db: Db, row: typeof teams.$inferInsert): Promise<void> {
  await db.insert(teams).values(row);
}

export async function renameTeam(db: Db, id: string, name: string): Promise<void> {
  await db.update(teams).set({ name }).where(eq(teams.id, id));
}

export async function deleteTeam(db: Db, id: string): Promise<void> {
  await db.delete(teams).where(eq(teams.id, id));
}

export async function makeFallback(db: Db, id: string): Promise<void> {
  await db.update(teams).set({ fallback: false }).where(eq(teams.fallback, true));
  await db.update(teams).set({ fallback: true }).where(eq(teams.id, id));
}
