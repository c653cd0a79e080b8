import { asc } from "drizzle-orm";
import type { Db } from "@/db/client";
import { categories } from "@/db/schema/desk";
import { teams } from "@/db/schema/person";

export function teamSwitches(db: Db) {
  return db
    .select({ id: teams.id, name: teams.name, aiStopped: teams.aiStopped })
    .from(teams)
    .orderBy(asc(teams.name));
}

export function allCategories(db: Db) {
  return db
    .select({ slug: categories.slug, name: categories.name })
    .from(categories)
    .orderBy(asc(categories.name));
}
