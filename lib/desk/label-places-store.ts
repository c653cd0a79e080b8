import { asc, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { categories, intents } from "@/db/schema/desk";

/** Where tickets with a label belong, by slug: itself, the one it was merged into, or nowhere. */
export type LabelPlaces = {
  categories: ReadonlyMap<string, string | null>;
  /** In the order of their position. */
  intents: ReadonlyMap<string, string | null>;
};

type Row = { space: string; slug: string; archived: boolean; mergedInto: string | null };

/** All labels of the desk, in one statement: routing asks for each message. */
export async function labelPlaces(db: Db): Promise<LabelPlaces> {
  const rows = await db
    .select({
      space: sql<string>`'category'`.as("space"),
      slug: categories.slug,
      archived: sql<boolean>`${categories.archivedAt} is not null`.as("archived"),
      mergedInto: categories.mergedInto,
      position: sql<number>`0`.as("position"),
    })
    .from(categories)
    .unionAll(
      db
        .select({
          space: sql<string>`'intent'`.as("space"),
          slug: intents.slug,
          archived: sql<boolean>`${intents.archivedAt} is not null`.as("archived"),
          mergedInto: intents.mergedInto,
          position: sql<number>`${intents.position}`.as("position"),
        })
        .from(intents),
    )
    .orderBy(asc(sql`position`), asc(sql`slug`));
  const of = (space: string) => placesOf(rows.filter((row) => row.space === space));
  return { categories: of("category"), intents: of("intent") };
}

function placesOf(rows: readonly Row[]): Map<string, string | null> {
  const known = new Map(rows.map((row) => [row.slug, row]));
  return new Map(rows.map(({ slug }) => [slug, placeOf(slug, known)]));
}

/** Follows mergers to a label in use; of a ring, which nobody should be able to make, none is. */
function placeOf(slug: string, known: ReadonlyMap<string, Row>): string | null {
  let at = known.get(slug);
  for (let steps = 0; at && steps <= known.size; steps++) {
    if (at.mergedInto === null) return at.archived ? null : at.slug;
    at = known.get(at.mergedInto);
  }
  return null;
}
