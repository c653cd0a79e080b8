import { type Priority, priorityRank } from "../ticket/model";
import { checkAll } from "./check";
import {
  type Actions,
  DEFAULT_ROUTE,
  type Rule,
  type RuleFacts,
  type RuleOutcome,
  type RuleVerdict,
} from "./model";

/**
 * Runs rules over a classified ticket, in their order. A rule that matches either ends the search
 * or lets later ones add to it; of two that name a team, the later one decides.
 *
 * A rule may raise the scored priority; only one that says so may lower it.
 */
export function applyRules(rules: readonly Rule[], facts: RuleFacts): RuleOutcome {
  const outcome: RuleOutcome = {
    team: null,
    assignee: null,
    sla: null,
    priority: facts.priority,
    tags: [],
    aiMayAnswer: true,
    aiStoppedBy: null,
    priorityReasons: [],
    rules: [],
  };
  let stoppedBy: string | null = null;
  let matchedAny = false;
  for (const rule of rules) {
    const verdict: Verdict = stoppedBy
      ? { matched: false, why: `not looked at: "${stoppedBy}" ended the search` }
      : test(rule, facts);
    outcome.rules.push({ name: rule.name, ...verdict });
    if (!verdict.matched) continue;
    matchedAny = true;
    act(rule, outcome);
    if (rule.onMatch === "stop") stoppedBy = rule.name;
  }
  if (!matchedAny) fallBack(outcome);
  return outcome;
}

function act({ name, actions }: Rule, outcome: RuleOutcome): void {
  if (actions.team) outcome.team = { name: actions.team, rule: name };
  if (actions.assignee) outcome.assignee = { want: actions.assignee, rule: name };
  if (actions.sla) outcome.sla = { policy: actions.sla, rule: name };
  for (const tag of actions.tags) if (!outcome.tags.includes(tag)) outcome.tags.push(tag);
  if (actions.aiMayAnswer === false) {
    outcome.aiMayAnswer = false;
    outcome.aiStoppedBy ??= name;
  }
  setPriority(name, actions, outcome);
}

function setPriority(name: string, actions: Actions, outcome: RuleOutcome): void {
  const wanted = actions.priority;
  if (!wanted || wanted === outcome.priority) return;
  const higher = priorityRank(wanted) > priorityRank(outcome.priority);
  if (!higher && !actions.priorityEvenIfLower) return;
  outcome.priorityReasons.push(`rule "${name}" sets ${wanted}${higher ? "" : ", even if lower"}`);
  outcome.priority = wanted;
}

/** Nothing matched: Support Tier 1 takes it, and it is tagged as unclassified. */
function fallBack(outcome: RuleOutcome): void {
  outcome.tags.push(...DEFAULT_ROUTE.tags);
  const least: Priority = DEFAULT_ROUTE.priority;
  if (priorityRank(least) > priorityRank(outcome.priority)) {
    outcome.priority = least;
    outcome.priorityReasons.push(`no rule matches: at least ${least}`);
  }
}

type Verdict = Omit<RuleVerdict, "name">;

function test(rule: Rule, facts: RuleFacts): Verdict {
  if (rule.unreadable) return { matched: false, why: "a condition is not known here" };
  const { holds, why, unknown } = checkAll(rule.conditions, facts);
  return { matched: holds, why, ...(unknown && { unknown }) };
}
