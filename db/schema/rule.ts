import { boolean, check, index, integer, pgTable, serial, text, uuid } from "drizzle-orm/pg-core";
import type { Actions, Condition, StoredRule } from "@/lib/rule/model";
import { createdAt, id, json, oneOf, time } from "./columns";
import { people } from "./person";

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

/** Each saved state of all rules, the newest in force. */
export const ruleVersions = pgTable("rule_versions", {
  number: serial().primaryKey(),
  rules: json<StoredRule[]>().notNull(),
  /** Why, in the words of whoever saved it. */
  comment: text().notNull().default(""),
  /** The version that it went back to. */
  restoredFrom: integer(),
  personId: uuid().references(() => people.id, { onDelete: "set null" }),
  createdAt: createdAt(),
});
