import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { MacroActions } from "@/lib/desk/model";
import { createdAt, id, json, time } from "./columns";
import { people, teams } from "./person";

/** Topics of tickets. A table, not an enum: admins add their own. */
export const categories = pgTable(
  "categories",
  {
    slug: text().primaryKey(),
    name: text().notNull(),
    description: text().notNull().default(""),
    createdAt: createdAt(),
    /** Taken out of use: kept for old tickets, never given again. */
    archivedAt: time(),
    /** Tickets with it count as that one. */
    mergedInto: text(),
  },
  (t) => [check("categories_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,63}$'`)],
);

/** What admins have set; a missing row means the default of `SETTINGS`. */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: json<unknown>().notNull(),
  updatedAt: time().notNull().defaultNow(),
});

/** What customers want. The built-in ones have words that give them away; others are learned. */
export const intents = pgTable(
  "intents",
  {
    slug: text().primaryKey(),
    name: text().notNull(),
    description: text().notNull().default(""),
    builtIn: boolean().notNull().default(false),
    /** Of two intents the first one is the primary, unless a rule says otherwise. */
    position: integer().notNull(),
    createdAt: createdAt(),
    archivedAt: time(),
    mergedInto: text(),
  },
  (t) => [
    index("intents_position_idx").on(t.position),
    check("intents_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9_]{0,63}$'`),
  ],
);

/** Tags with a meaning of their own; tickets may hold others. */
export const tags = pgTable("tags", {
  name: text().primaryKey(),
  description: text().notNull().default(""),
  createdAt: createdAt(),
  archivedAt: time(),
});

/** Words and actions that agents use again and again. */
export const macros = pgTable(
  "macros",
  {
    id: id(),
    name: text().notNull(),
    /** With placeholders such as `{customer.name}`. */
    body: text().notNull().default(""),
    actions: json<MacroActions>().notNull(),
    /** Only for this team; null: for all. */
    teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
    createdBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
    archivedAt: time(),
  },
  (t) => [
    uniqueIndex("macros_name_key").on(sql`lower(${t.name})`).where(sql`${t.archivedAt} is null`),
  ],
);
