import { asc, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people, teams } from "@/db/schema/person";

export function allTeams(db: Db) {
  return db.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name));
}

/** People who can sign in and have not left. */
export function activePeople(db: Db) {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name));
}
