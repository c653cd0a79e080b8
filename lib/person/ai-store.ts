import { and, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { teams } from "@/db/schema/person";

/** True when the AI only drafts for this team's tickets; a ticket of no team is not stopped by one. */
export async function teamAiStopped(db: Db, teamId: string | null): Promise<boolean> {
  if (teamId === null) return false;
  const [row] = await db
    .select({ stopped: teams.aiStopped })
    .from(teams)
    .where(eq(teams.id, teamId));
  return row?.stopped ?? false;
}

export async function teamExists(db: Db, id: string): Promise<boolean> {
  const rows = await db.select({ id: teams.id }).from(teams).where(eq(teams.id, id));
  return rows.length > 0;
}

/** @returns false when it stood so already */
export async function setTeamAi(db: Db, id: string, stopped: boolean): Promise<boolean> {
  const changed = await db
    .update(teams)
    .set({ aiStopped: stopped })
    .where(and(eq(teams.id, id), ne(teams.aiStopped, stopped)))
    .returning({ id: teams.id });
  return changed.length === 1;
}
