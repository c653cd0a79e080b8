import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { rules } from "@/db/schema/rule";
import { Actions, Condition, type Rule } from "./model";

const Conditions = z.array(Condition);

/** The rules that are switched on, in their order. Conditions of an unknown kind never match. */
export async function loadRules(db: Db): Promise<Rule[]> {
  const rows = await db
    .select()
    .from(rules)
    .where(eq(rules.enabled, true))
    .orderBy(asc(rules.position), asc(rules.id));
  return rows.map(({ id, name, onMatch, ...stored }) => {
    const conditions = Conditions.safeParse(stored.conditions);
    const actions = Actions.safeParse(stored.actions);
    return {
      id,
      name,
      onMatch,
      conditions: conditions.data ?? [],
      actions: actions.data ?? Actions.parse({}),
      unreadable: !conditions.success || !actions.success,
    };
  });
}
