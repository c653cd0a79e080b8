import { daysWords } from "./clock";
import {
  type Actions,
  type AssigneeRule,
  type Condition,
  isAround,
  type Leaf,
  type StoredRule,
} from "./model";
import { aroundWords } from "./words-around";

/** What people call the things that rules name by slug or id. */
export type RuleNames = {
  intent: (slug: string) => string;
  category: (slug: string) => string;
  person: (id: string) => string;
};

/** "If category is Billing and text mentions “VAT”, then team Billing Team, priority high; stop". */
export function ruleWords(
  rule: Pick<StoredRule, "conditions" | "actions" | "onMatch">,
  names: RuleNames,
): string {
  const asks = rule.conditions.map((condition) => conditionWords(condition, names));
  const when = asks.length > 0 ? `If ${asks.join(" and ")}, then` : "Always";
  const then = actionWords(rule.actions, names);
  const does = then.length > 0 ? then.join(", ") : "change nothing";
  return `${when} ${does}; ${END_WORDS[rule.onMatch]}`;
}

export const END_WORDS = { stop: "stop", continue: "go on to the next rule" } as const;

export function conditionWords(condition: Condition, names: RuleNames): string {
  if ("field" in condition) return leafWords(condition, names);
  if ("not" in condition) {
    const words = conditionWords(condition.not, names);
    return words.startsWith("(") ? `not ${words}` : `not (${words})`;
  }
  if ("all" in condition) {
    if (condition.all.length === 0) return "anything";
    return bracketed(condition.all, " and ", names);
  }
  if (condition.any.length === 0) return "nothing";
  return oneOfWords(condition.any, names) ?? bracketed(condition.any, " or ", names);
}

function bracketed(inner: readonly Condition[], joint: string, names: RuleNames): string {
  const words = inner.map((one) => conditionWords(one, names));
  return words.length === 1 ? (words[0] ?? "") : `(${words.join(joint)})`;
}

/** "plan is one of business, enterprise", where all ask the same of one field. */
function oneOfWords(inner: readonly Condition[], names: RuleNames): string | null {
  const told = inner.map((one) =>
    "field" in one ? /^(.+ is) (.+)$/.exec(leafWords(one, names)) : null,
  );
  const first = told[0]?.[1];
  const alike = first !== undefined && told.every((match) => match?.[1] === first);
  const fields = new Set(inner.map((one) => ("field" in one ? one.field : "")));
  if (!alike || fields.size !== 1 || inner.length < 2) return null;
  return `${first} one of ${told.map((match) => match?.[2]).join(", ")}`;
}

const plain = (slug: string) => slug.replace(/[_-]+/g, " ");

function leafWords(leaf: Leaf, names: RuleNames): string {
  if (isAround(leaf)) return aroundWords(leaf);
  switch (leaf.field) {
    case "intent": {
      const least = leaf.minScore > 0 ? ` (≥ ${leaf.minScore.toFixed(2)})` : "";
      return `intent is ${names.intent(leaf.is)}${least}`;
    }
    case "category":
      return `category is ${names.category(leaf.is)}`;
    case "channel":
      return `channel is ${plain(leaf.is)}`;
    case "source":
      return `source is ${leaf.is}`;
    case "tier":
      return `plan is ${leaf.is}`;
    case "priority":
      return `scored priority is ${leaf.is}`;
    case "language":
      return `language is ${leaf.is}`;
    case "account":
      return `account is ${leaf.is}`;
    case "text":
    case "subject":
      return `${leaf.field} mentions “${leaf.contains}”`;
    case "pattern":
      return `text matches /${leaf.matches}/`;
    case "sentiment":
      return `sentiment ${rangeWords(leaf)}`;
    case "trend":
      return `mood trend ${rangeWords(leaf)}`;
    case "tag":
      return `has the tag ${leaf.is}`;
    case "tool":
      return `the tool ${leaf.is} was used`;
    case "time":
      return timeWords(leaf);
    default:
      return factWords(leaf);
  }
}

type Fact = Extract<
  Leaf,
  { field: "recent" | "failed_invoices" | "tried" | "trial" | "paying" | "novel" | "escalated" }
>;

function factWords(leaf: Fact): string {
  switch (leaf.field) {
    case "recent":
      return `at least ${leaf.atLeast} other tickets in 30 days`;
    case "failed_invoices":
      return `at least ${leaf.atLeast} failed payments in 30 days`;
    case "tried":
      return `at least ${leaf.atLeast} steps already tried`;
    case "trial":
      return `account is ${leaf.is ? "" : "not "}in trial`;
    case "paying":
      return leaf.is ? "account pays" : "account does not pay";
    case "novel":
      return leaf.is ? "it is of no known kind" : "it is of a known kind";
    case "escalated":
      return leaf.is ? "it arrived escalated" : "it did not arrive escalated";
  }
}

const signed = (value: number) => String(value).replace("-", "−");

function rangeWords({ above, below }: { above?: number; below?: number }): string {
  if (above !== undefined && below !== undefined) {
    return `between ${signed(above)} and ${signed(below)}`;
  }
  if (below !== undefined) return `below ${signed(below)}`;
  return above === undefined ? "in no range" : `above ${signed(above)}`;
}

function timeWords({ days, from, to, zone }: Extract<Leaf, { field: "time" }>): string {
  const hours = from === to ? "" : ` ${from}–${to}`;
  return `written ${daysWords(days)}${hours} (${zone.replaceAll("_", " ")})`;
}

/** What a rule does, part by part. */
function actionWords(actions: Actions, names: RuleNames): string[] {
  const { team, assignee, priority, tags, sla, aiMayAnswer } = actions;
  return [
    team ? `team ${team}` : "",
    assignee ? `assignee ${assigneeWords(assignee, names)}` : "",
    priority ? `priority ${priorityWords(actions)}` : "",
    tags.length > 0 ? `${tags.length === 1 ? "tag" : "tags"} ${tags.join(", ")}` : "",
    sla ? `SLA ${sla}` : "",
    aiMayAnswer === undefined ? "" : aiWords(aiMayAnswer),
  ].filter(Boolean);
}

export const aiWords = (may: boolean) => (may ? "AI may answer" : "AI may not answer");

export const priorityWords = ({ priority, priorityEvenIfLower }: Actions) =>
  priority ? `${priority}${priorityEvenIfLower ? " even if lower" : ""}` : "as scored";

export function assigneeWords(assignee: AssigneeRule, names: RuleNames): string {
  if (assignee.mode === "person") return names.person(assignee.personId);
  return assignee.mode === "round_robin" ? "each in turn" : "whoever has the fewest tickets";
}
