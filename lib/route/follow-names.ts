import { EVENTS } from "../event/model";
import type { Context } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { readRules, saveRules } from "../rule";
import { replaceCategory, replaceIntent, replaceTag } from "../ticket";

/**
 * A category or intent became part of another: its tickets get that one.
 *
 * Safe to repeat: it changes what still has the old one, a thousand at a time.
 */
export const followLabel = defineJob({
  name: "route.follow-label",
  payload: EVENTS["label.changed"],
  async run(ctx, { space, slug, change, into }) {
    if (change !== "merged" || into === undefined) return `skipped: ${change}`;
    const replace = space === "category" ? replaceCategory : replaceIntent;
    return `${await everywhere(ctx, replace, slug, into)} tickets`;
  },
});

/** A tag got another name. Safe to repeat, like the above. */
export const followTag = defineJob({
  name: "route.follow-tag",
  payload: EVENTS["tag.changed"],
  async run(ctx, { name, change, into }) {
    if (change !== "renamed" || into === undefined) return `skipped: ${change}`;
    return `${await everywhere(ctx, replaceTag, name, into)} tickets`;
  },
});

/**
 * A team got another name: rules that name it follow, as a version of their own.
 *
 * Safe to repeat: a second time no rule has the old name. When somebody saves rules meanwhile it is
 * refused, and tried again.
 */
export const followTeam = defineJob({
  name: "route.follow-team",
  payload: EVENTS["team.changed"],
  async run(ctx, { change, before, after }) {
    if (change !== "renamed" || !before || !after) return `skipped: ${change}`;
    const { version, rules } = await readRules(ctx);
    const named = rules.filter(({ actions }) => actions.team === before);
    if (named.length === 0) return "no rule names it";
    await saveRules(ctx, {
      rules: rules.map((rule) =>
        rule.actions.team === before
          ? { ...rule, actions: { ...rule.actions, team: after } }
          : rule,
      ),
      baseVersion: version,
      comment: `The team ${before} is called ${after} now.`,
    });
    return `${named.length} rules follow`;
  },
});

async function everywhere(
  ctx: Context,
  replace: typeof replaceTag,
  from: string,
  to: string,
): Promise<number> {
  let changed = 0;
  let now: number;
  do {
    now = await replace(ctx.db, from, to);
    changed += now;
  } while (now > 0);
  return changed;
}
