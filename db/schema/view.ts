import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ViewFilter } from "@/lib/view/model";
import { createdAt, id, json, time } from "./columns";
import { people } from "./person";

/** Lists of tickets that people have put together for themselves, or for all. */
export const views = pgTable(
  "views",
  {
    id: id(),
    name: text().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Everybody sees it; only its owner and admins change it. */
    shared: boolean().notNull().default(false),
    filter: json<ViewFilter>().notNull(),
    sort: text().notNull().default("newest"),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    // The navigation: own views, and the shared ones.
    index("views_owner_idx").on(t.ownerId),
    index("views_shared_idx").on(t.position).where(sql`${t.shared}`),
    check("views_name_filled", sql`${t.name} <> ''`),
  ],
);
