import { sql } from "drizzle-orm";
import { check, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, json, time } from "./columns";

/** Topics of tickets. A table, not an enum: admins add their own. */
export const categories = pgTable(
  "categories",
  { slug: text().primaryKey(), name: text().notNull(), createdAt: createdAt() },
  (t) => [check("categories_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,63}$'`)],
);

/** What admins have set; a missing row means the default of `SETTINGS`. */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: json<unknown>().notNull(),
  updatedAt: time().notNull().defaultNow(),
});
