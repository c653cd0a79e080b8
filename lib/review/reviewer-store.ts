import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema/person";

const reviews = and(inArray(people.role, ["reviewer", "admin"]), isNull(people.disabledAt));

/** True when the person may settle every draft, and has not left. */
export async function isReviewer(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), reviews));
  return rows.length === 1;
}

/** Who may be asked for a second look. */
export function reviewerRows(db: Db) {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(reviews)
    .orderBy(asc(people.name));
}

export async function reviewerIds(db: Db): Promise<string[]> {
  const rows = await db.select({ id: people.id }).from(people).where(reviews);
  return rows.map(({ id }) => id);
}
