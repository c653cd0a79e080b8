import { asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { rules, ruleVersions } from "@/db/schema/rule";
import { Actions, Condition, type Rule } from "./model";

const Conditions = z.array(Condition);

export type RuleRow = typeof rules.$inferSelect;
export type VersionRow = typeof ruleVersions.$inferSelect;

/** The rules that are switched on, in their order. Conditions of an unknown kind never match. */
export async function loadRules(db: Db): Promise<Rule[]> {
  const rows = await ruleRows(db);
  return rows.filter(({ enabled }) => enabled).map(readRule);
}

/** A rule with what this version can read of it. */
export function readRule({ id, name, onMatch, ...stored }: RuleRow): Rule {
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
}

/** All rules in their order, as they are stored. */
export function ruleRows(db: Db): Promise<RuleRow[]> {
  return db.select().from(rules).orderBy(asc(rules.position), asc(rules.id));
}

/** Savers wait for each other until the transaction ends; routing reads on meanwhile. */
export async function lockRules(db: Db): Promise<void> {
  await db.execute(sql`lock table ${rules} in share row exclusive mode`);
}

/** Puts these rules in the place of all others. Call it with the rules locked. */
export async function replaceRules(db: Db, rows: readonly RuleRow[]): Promise<void> {
  await db.delete(rules);
  if (rows.length > 0) await db.insert(rules).values([...rows]);
}

/** The version in force; null: the rules are as the desk began. */
export async function newestVersion(db: Db): Promise<VersionRow | null> {
  const [row] = await db.select().from(ruleVersions).orderBy(desc(ruleVersions.number)).limit(1);
  return row ?? null;
}

export async function versionByNumber(db: Db, number: number): Promise<VersionRow | null> {
  const [row] = await db.select().from(ruleVersions).where(eq(ruleVersions.number, number));
  return row ?? null;
}

export async function insertVersion(db: Db, row: VersionRow): Promise<void> {
  await db.insert(ruleVersions).values(row);
}

/** The newest versions first. @param limit how many */
export function versionRows(db: Db, limit: number): Promise<VersionRow[]> {
  return db.select().from(ruleVersions).orderBy(desc(ruleVersions.number)).limit(limit);
}
