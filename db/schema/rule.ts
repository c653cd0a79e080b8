import { boolean, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { Actions, Condition } from "@/lib/rule/model";
import { createdAt, id, json, oneOf, time } from "./columns";

/** Routing rules, in the order of `position`. */
export const rules = pgTable(
  "rules",
  {
    id: id(),
    name: text().notNull(),
    position: integer().notNull(),
    enabled: boolean().notNull().default(true),
    /** All must hold. */
    conditions: json<Condition[]>().notNull(),
    actions: json<Actions>().notNull(),
    /** `stop`: first match; `continue`: later rules apply too. */
    onMatch: text({ enum: ["stop", "continue"] })
      .notNull()
      .default("stop"),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    index("rules_position_idx").on(t.position),
    check("rules_on_match_known", oneOf(t.onMatch, ["stop", "continue"])),
  ],
);
