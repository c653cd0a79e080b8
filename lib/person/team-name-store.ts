import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { teams } from "@/db/schema/person";

/** A team by its id; null when it is gone. */
export async function teamById(db: Db, id: string): Promise<{ id: string; name: string } | null> {
  const [row] = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.id, id));
  return row ?? null;
}
