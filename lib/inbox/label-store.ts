import { and, asc, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { categories, intents } from "@/db/schema/desk";
import type { LabelOptions } from "../desk/model";

/** Labels in use, in the order that people know them by. */
export async function labelsInUse(db: Db): Promise<LabelOptions> {
  const [categoryRows, intentRows] = await Promise.all([
    db
      .select({ slug: categories.slug, name: categories.name })
      .from(categories)
      .where(and(isNull(categories.archivedAt), isNull(categories.mergedInto)))
      .orderBy(asc(categories.name)),
    db
      .select({ slug: intents.slug, name: intents.name })
      .from(intents)
      .where(and(isNull(intents.archivedAt), isNull(intents.mergedInto)))
      .orderBy(asc(intents.position), asc(intents.name)),
  ]);
  return { categories: categoryRows, intents: intentRows };
}
