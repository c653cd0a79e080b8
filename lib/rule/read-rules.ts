import { type Context, requirePermission } from "../platform/context";
import { draftOf } from "./drafts";
import type { RulesView } from "./model";
import { newestVersion, ruleRows } from "./store";

/** All rules in their order, those that are switched off too, and the version that they are. */
export async function readRules(ctx: Context): Promise<RulesView> {
  requirePermission(ctx, "rules.write");
  // The version first: after a save in between, the answer looks older than it is, never newer.
  const version = (await newestVersion(ctx.db))?.number ?? 0;
  return { version, rules: (await ruleRows(ctx.db)).map(draftOf) };
}
