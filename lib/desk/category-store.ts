import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { categories } from "@/db/schema/desk";

/** True when the desk has a category of this slug. */
export async function categoryExists(db: Db, slug: string): Promise<boolean> {
  const rows = await db
    .select({ slug: categories.slug })
    .from(categories)
    .where(eq(categories.slug, slug));
  return rows.length > 0;
}
