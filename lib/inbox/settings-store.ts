import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { categories } from "@/db/schema/desk";
import { articles } from "@/db/schema/knowledge";
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

/** Articles that drafts are made from, by title; as many as a list to choose from can hold. */
export function publishedTitles(db: Db) {
  return db
    .select({ id: articles.id, title: articles.title })
    .from(articles)
    .where(eq(articles.state, "published"))
    .orderBy(asc(articles.title))
    .limit(1000);
}
