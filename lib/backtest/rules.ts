import { ruleTargets } from "../inbox";
import type { Context } from "../platform/context";
import { toPublicId } from "../platform/ids";
import {
  type ByHand,
  byHandSince,
  countRoutings,
  type PastRouting,
  type Place,
  pastRoutings,
  teamNames,
} from "../review";
import { applyRules, readRules } from "../rule";
import type { RuleDraft, RuleFacts, RuleOutcome } from "../rule/model";
import { TICKET_PREFIX } from "../ticket/model";
import { judge } from "./by-hand";
import { type Difference, differences, factsOf } from "./compare";
import { evaluator, type Progress } from "./evaluator";
import { type RulesResult, RulesTrial } from "./model";
import { makeTally } from "./tally";

/** Decisions of one read: each costs a few kB, so a page is a few MB. */
const PAGE = 2_000;
/** Decisions between two breaths, some ms. */
const BREATH = 250;

/** What changed rules would have done to the newest decisions of routing, on their stored inputs. */
export const rulesEvaluator = evaluator({
  permission: "rules.write",
  input: RulesTrial,
  run: async (ctx, { rules, last }, progress): Promise<RulesResult> => {
    const began = performance.now();
    const inForce = await readRules(ctx);
    const trial = makeTrial(inForce.rules, rules, await names(ctx));
    await progress.begin(await countRoutings(ctx.db, last));
    let before: Place | null = null;
    let done = 0;
    while (done < last) {
      const limit = Math.min(PAGE, last - done);
      const page: PastRouting[] = await pastRoutings(ctx.db, before, limit);
      await lookAt(ctx, trial, page, (looked) => progress.step(done + looked));
      done += page.length;
      before = page.at(-1) ?? null;
      if (page.length < limit) break;
    }
    return {
      ...trial.result(),
      against: inForce.version,
      milliseconds: Math.round(performance.now() - began),
    };
  },
});

type Names = { person: (id: string) => string; teams: ReadonlyMap<string, string> };

async function names(ctx: Context): Promise<Names> {
  const people = new Map((await ruleTargets(ctx)).people.map(({ id, name }) => [id, name]));
  return {
    person: (id) => people.get(id) ?? "somebody who has left",
    teams: await teamNames(ctx.db),
  };
}

type Trial = ReturnType<typeof makeTrial>;

async function lookAt(
  ctx: Context,
  trial: Trial,
  page: readonly PastRouting[],
  step: Progress["step"],
): Promise<void> {
  const changed: Changed[] = [];
  for (let from = 0; from < page.length; from += BREATH) {
    const some = page.slice(from, from + BREATH);
    for (const routing of some) {
      const found = trial.try(routing);
      if (found.length > 0) changed.push({ routing, found });
    }
    await step(from + some.length);
  }
  trial.judge(changed, await deedsOn(ctx, changed));
}

type Changed = { routing: PastRouting; found: Difference[] };

async function deedsOn(ctx: Context, changed: readonly Changed[]): Promise<Map<string, ByHand[]>> {
  const oldest = changed.at(-1)?.routing.at; // pages run from new to old
  const ids = [...new Set(changed.map(({ routing }) => routing.ticketId))];
  const deeds = oldest ? await byHandSince(ctx.db, ids, oldest) : [];
  const grouped = new Map<string, ByHand[]>();
  for (const deed of deeds) {
    const same = grouped.get(deed.ticketId);
    if (same) same.push(deed);
    else grouped.set(deed.ticketId, [deed]);
  }
  return grouped;
}

function makeTrial(inForce: readonly RuleDraft[], tried: readonly RuleDraft[], known: Names) {
  const tally = makeTally();
  const [before, after] = [sideOf(inForce), sideOf(tried)];
  let [looked, skipped, unknown] = [0, 0, 0];
  return {
    try(routing: PastRouting): Difference[] {
      const facts = factsOf(routing);
      looked++;
      if (!facts) {
        skipped++;
        return [];
      }
      const [was, is] = [before.run(facts), after.run(facts)];
      if ([...was.rules, ...is.rules].some((rule) => rule.unknown)) unknown++;
      return differences(was, is, routing.byHand, known.person);
    },
    judge(changed: readonly Changed[], deeds: ReadonlyMap<string, ByHand[]>): void {
      for (const { routing, found } of changed) {
        const ticket = { id: toPublicId(TICKET_PREFIX, routing.ticketId), number: routing.number };
        const told = found.map((difference) => ({
          difference,
          byHand: judge(difference, routing, deeds.get(routing.ticketId) ?? [], known.teams),
        }));
        tally.add(ticket, told);
      }
    },
    result: () => ({
      looked,
      skipped,
      unknown,
      changed: tally.changed(),
      parts: tally.parts(),
      matches: matchesOf(before, after),
    }),
  };
}

type Side = ReturnType<typeof sideOf>;

/** Rules that are switched on, and how often each has matched. */
function sideOf(rules: readonly RuleDraft[]) {
  const on = rules.filter(({ enabled }) => enabled);
  const matched = on.map(() => 0);
  return {
    rules: on,
    count: (id: string) => matched[on.findIndex((rule) => rule.id === id)] ?? null,
    run(facts: RuleFacts): RuleOutcome {
      const outcome = applyRules(on, facts);
      for (const [index, rule] of outcome.rules.entries()) {
        if (rule.matched) matched[index] = (matched[index] ?? 0) + 1;
      }
      return outcome;
    },
  };
}

function matchesOf(before: Side, after: Side): RulesResult["matches"] {
  const all = new Map([...before.rules, ...after.rules].map(({ id, name }) => [id, name]));
  return [...all].map(([id, name]) => ({
    id,
    name,
    before: before.count(id),
    after: after.count(id),
  }));
}
