/** What the default rules make of an intent, and the reasons behind a priority. */

import { DEFAULT_ROUTE, DEFAULT_ROUTES } from "@/lib/rule/model";
import type { Random } from "./random";
import type {
  DemoAccount,
  DemoIntent,
  DemoPriority,
  DemoQuestion,
  DemoTeam,
  DemoTicket,
} from "./types";

interface DemoRule {
  label: string;
  team: DemoTeam;
  priority: DemoPriority;
  tags: readonly string[];
}

/** The desk's own default rule for an intent. */
function ruleOf(intent: DemoIntent): DemoRule {
  const route = DEFAULT_ROUTES.find((one) => one.intent === intent);
  return route ? { ...route, label: route.name } : { ...DEFAULT_ROUTE, label: "Everything else" };
}

export const RULES: Readonly<Record<DemoIntent, DemoRule>> = {
  billing_problem: ruleOf("billing_problem"),
  bug_report: ruleOf("bug_report"),
  feature_request: ruleOf("feature_request"),
  usage_help: ruleOf("usage_help"),
  cancellation_intent: ruleOf("cancellation_intent"),
  security_report: ruleOf("security_report"),
  unclassified: ruleOf("unclassified"),
};

const ORDER: readonly DemoPriority[] = ["low", "normal", "high", "urgent"];

/** A second intent is always one whose rule has a lower priority: the first stays primary. */
const SECOND: Readonly<Partial<Record<DemoIntent, DemoIntent>>> = {
  billing_problem: "usage_help",
  bug_report: "usage_help",
  usage_help: "feature_request",
  cancellation_intent: "billing_problem",
  security_report: "bug_report",
};

export function detectIntents(random: Random, intent: DemoIntent): DemoTicket["intents"] {
  if (intent === "unclassified") return [];
  const first = { intent, score: random.whole(58, 97) / 100 };
  const second = SECOND[intent];
  if (second === undefined || random.chance(0.72)) return [first];
  return [first, { intent: second, score: random.whole(21, 44) / 100 }];
}

export function prioritise(
  question: DemoQuestion,
  account: DemoAccount,
): Pick<DemoTicket, "priority" | "priorityReasons"> {
  const rule = RULES[question.intent];
  const raised =
    question.intent !== "feature_request" &&
    ORDER.indexOf(question.priority) > ORDER.indexOf(rule.priority);
  const failed = account.billingEvents.find((event) => event.kind === "invoice_failed");
  const because = raised ? [raisedBecause(question.priority)] : [];
  const reasons = [...because, `rule "${rule.label}" sets ${rule.priority}`];
  if (account.tier === "enterprise") reasons.push(`${account.name} is an Enterprise account.`);
  if (failed !== undefined && question.category === "billing") {
    reasons.push(`An invoice failed ${failed.daysAgo} days ago.`);
  }
  if (question.sentiment <= -0.6) reasons.push("The customer is upset.");
  return { priority: raised ? question.priority : rule.priority, priorityReasons: reasons };
}

function raisedBecause(priority: DemoPriority): string {
  return priority === "urgent"
    ? "people cannot work until it is solved"
    : "something that a customer relies on is blocked";
}

/** The rule's tags, the detected intents, and the language where it is not English. */
export function tagsFor(question: DemoQuestion, intents: DemoTicket["intents"]): string[] {
  const language = { en: [], de: ["german"], fr: ["french"], es: ["spanish"] }[question.language];
  const detected = intents.map(({ intent }) => intent);
  return [...RULES[question.intent].tags, ...detected, ...language];
}
