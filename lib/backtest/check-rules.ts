import { z } from "zod";
import { ruleTargets } from "../inbox";
import { type Context, requirePermission } from "../platform/context";
import { parseInput } from "../platform/parse";
import {
  diffRules,
  draftsOf,
  type Known,
  lintRules,
  type RuleNames,
  readRules,
  ruleWords,
  versionRows,
} from "../rule";
import { RuleDrafts } from "../rule/model";
import type { RulesCheck, RuleTargets, VersionsView } from "./model";

export const CheckRules = z.object({ rules: RuleDrafts });

/** Rules as they are being written: each in a sentence, what is odd in them, what would change. */
export async function checkRules(
  ctx: Context,
  input: z.input<typeof CheckRules>,
): Promise<RulesCheck> {
  requirePermission(ctx, "rules.write");
  const { rules } = parseInput(CheckRules, input);
  const targets = await ruleTargets(ctx);
  const names = namesOf(targets);
  return {
    summaries: Object.fromEntries(rules.map((rule) => [rule.id, ruleWords(rule, names)])),
    lints: lintRules(rules, knownOf(targets)),
    changes: diffRules((await readRules(ctx)).rules, rules, names),
  };
}

/** Versions that are listed; older ones stay stored. */
const MOST_VERSIONS = 100;

/** Who saved which rules when, and what that changed. */
export async function listVersions(ctx: Context): Promise<VersionsView> {
  requirePermission(ctx, "rules.write");
  const targets = await ruleTargets(ctx);
  const names = namesOf(targets);
  const rows = await versionRows(ctx.db, MOST_VERSIONS + 1);
  const states = rows.map((row) => ({ row, rules: draftsOf(row) }));
  return {
    versions: states.slice(0, MOST_VERSIONS).map(({ row, rules }, index) => {
      const before = states[index + 1];
      return {
        number: row.number,
        comment: row.comment,
        by: row.personId ? names.person(row.personId) : null,
        at: row.createdAt.toISOString(),
        restoredFrom: row.restoredFrom,
        changes: before ? diffRules(before.rules, rules, names) : [],
        rules,
      };
    }),
  };
}

const knownOf = (targets: RuleTargets): Known => ({
  teams: new Set(targets.teams),
  people: new Set(targets.people.filter(({ here }) => here).map(({ id }) => id)),
  categories: new Set(targets.categories.map(({ slug }) => slug)),
  intents: new Set(targets.intents.map(({ slug }) => slug)),
  policies: new Set(targets.policies),
});

function namesOf({ intents, categories, people }: RuleTargets): RuleNames {
  const named = (list: readonly { slug: string; name: string }[]) => {
    const names = new Map(list.map(({ slug, name }) => [slug, name]));
    return (slug: string) => names.get(slug) ?? slug.replaceAll("_", " ");
  };
  const persons = new Map(people.map(({ id, name }) => [id, name]));
  return {
    intent: named(intents),
    category: named(categories),
    person: (id) => persons.get(id) ?? "somebody who has left",
  };
}
