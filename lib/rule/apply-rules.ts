import { RE2JS } from "re2js";
import { type Priority, priorityRank } from "../ticket/model";
import {
  type Actions,
  type Condition,
  DEFAULT_ROUTE,
  type Rule,
  type RuleFacts,
  type RuleOutcome,
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
    const { matched, why } = stoppedBy
      ? { matched: false, why: `not looked at: "${stoppedBy}" ended the search` }
      : test(rule, facts);
    outcome.rules.push({ name: rule.name, matched, why });
    if (!matched) continue;
    matchedAny = true;
    act(rule, outcome);
    if (rule.onMatch === "stop") stoppedBy = rule.name;
  }
  if (!matchedAny) fallBack(outcome);
  return outcome;
}

function act({ name, actions }: Rule, outcome: RuleOutcome): void {
  if (actions.team) outcome.team = { name: actions.team, rule: name };
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

function test(rule: Rule, facts: RuleFacts): { matched: boolean; why: string } {
  if (rule.unreadable) return { matched: false, why: "a condition is not known here" };
  const met: string[] = [];
  for (const condition of rule.conditions) {
    const { holds, why } = check(condition, facts);
    if (!holds) return { matched: false, why };
    met.push(why);
  }
  return { matched: true, why: met.join("; ") || "it has no conditions" };
}

type Checked = { holds: boolean; why: string };

function check(condition: Condition, facts: RuleFacts): Checked {
  switch (condition.field) {
    case "intent": {
      const found = facts.intents.find(({ intent }) => intent === condition.is);
      const score = found ? `${condition.is} ${found.score.toFixed(2)}` : `no ${condition.is}`;
      return { holds: (found?.score ?? -1) >= condition.minScore, why: `intent: ${score}` };
    }
    case "category":
    case "channel":
    case "tier":
    case "priority":
      return equals(condition.field, facts[condition.field], condition.is);
    case "language":
      return equals("language", facts.language ?? "unknown", condition.is);
    case "sentiment":
      return {
        holds: facts.sentiment < condition.below,
        why: `sentiment is ${facts.sentiment}`,
      };
    case "text": {
      const holds = facts.text.toLowerCase().includes(condition.contains.toLowerCase());
      return { holds, why: `the text ${holds ? "has" : "lacks"} "${condition.contains}"` };
    }
    case "pattern":
      return matchPattern(condition.matches, facts.text);
  }
}

function equals(field: string, actual: string, wanted: string): Checked {
  return { holds: actual === wanted, why: `${field} is ${actual}` };
}

/** A pattern that can't be read matches nothing, and the timeline says so. */
function matchPattern(pattern: string, text: string): Checked {
  try {
    const holds = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).matcher(text).find();
    return { holds, why: `the text ${holds ? "matches" : "does not match"} /${pattern}/` };
  } catch {
    return { holds: false, why: `the pattern /${pattern}/ can't be read` };
  }
}
