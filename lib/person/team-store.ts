import { eq, or } from "drizzle-orm";
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
