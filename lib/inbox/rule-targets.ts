import type { RuleTargets } from "../backtest/model";
import { type Context, requirePermission } from "../platform/context";
import {
  activeCategories,
  activeIntents,
  everybody,
  knownPolicies,
  knownSources,
  knownTags,
  teamNames,
} from "./rule-targets-store";

/** What routing rules can ask for and give to: what there is on the desk, by name. */
export async function ruleTargets(ctx: Context): Promise<RuleTargets> {
  requirePermission(ctx, "rules.write");
  const { db } = ctx;
  const teams = await teamNames(db);
  return {
    intents: await activeIntents(db),
    categories: await activeCategories(db),
    teams: teams.map(({ name }) => name),
    fallback: teams.find(({ fallback }) => fallback)?.name ?? null,
    people: (await everybody(db)).map(({ id, name, disabledAt }) => ({
      id,
      name,
      here: disabledAt === null,
    })),
    tags: (await knownTags(db)).map(({ name }) => name),
    sources: (await knownSources(db)).map(({ source }) => source),
    policies: (await knownPolicies(db)).map(({ name }) => name),
  };
}
