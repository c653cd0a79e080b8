import { DEFAULT_CATEGORIES } from "@/lib/desk/model";
import { DEFAULT_TEAMS, FALLBACK_TEAM } from "@/lib/person/model";
import { derivedId } from "@/lib/platform/ids";
import { INTENTS } from "@/lib/route/model";
import { Actions, DEFAULT_ROUTES } from "@/lib/rule/model";
import type { Db } from "./client";
import { categories, intents } from "./schema/desk";
import { teams } from "./schema/person";
import { rules } from "./schema/rule";

/** Room between two default rules, so that one can be put between them without renumbering. */
const RULE_STEP = 10;

/**
 * Puts in what every desk begins with: categories, the seven teams, the default routing rules.
 *
 * Safe to repeat: ids are made from the names, and a row that is there stays as people left it.
 * Call it for a new desk only, else rules that an admin has deleted come back.
 */
export async function seedDefaults(db: Db, now: Date): Promise<void> {
  await db
    .insert(categories)
    .values(DEFAULT_CATEGORIES.map((category) => ({ ...category, createdAt: now })))
    .onConflictDoNothing();
  await db
    .insert(intents)
    .values(
      INTENTS.map((slug, index) => ({
        slug,
        name: nameOf(slug),
        builtIn: true,
        position: (index + 1) * RULE_STEP,
        createdAt: now,
      })),
    )
    .onConflictDoNothing();
  await db
    .insert(teams)
    .values(
      DEFAULT_TEAMS.map((name) => ({
        id: derivedId("team", name),
        name,
        fallback: name === FALLBACK_TEAM,
        createdAt: now,
      })),
    )
    .onConflictDoNothing();
  await db
    .insert(rules)
    .values(
      DEFAULT_ROUTES.map((route, index) => ({
        id: derivedId("rule", route.intent),
        name: route.name,
        position: (index + 1) * RULE_STEP,
        conditions: [{ field: "intent" as const, is: route.intent, minScore: 0 }],
        actions: Actions.parse({ team: route.team, priority: route.priority, tags: route.tags }),
        onMatch: "stop" as const,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing();
}

/** `usage_help` → `Usage help`. */
function nameOf(slug: string): string {
  const words = slug.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
