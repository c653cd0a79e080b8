import { cut2, intentWords } from "@/lib/inbox/model";
import type { RoutingRecord } from "@/lib/review/model";
import type { Reason } from "@/lib/ticket/model";

export type Evidence = { name: string; lines: string[] };

/** What routing looked at and what it made of it, topic by topic, in plain words. */
export function routingEvidence({
  inputs,
  outcome,
  aiMayAnswer,
  model,
}: RoutingRecord): Evidence[] {
  const topics: Evidence[] = [
    {
      name: "Intent",
      lines: outcome.intents.map(({ intent, score }) => `${intentWords(intent)} ${cut2(score)}`),
    },
    { name: "Category", lines: [intentWords(outcome.category)] },
    { name: "Priority", lines: [outcome.priority ?? "", ...outcome.reasons.map(reasonWords)] },
    { name: "Feeling", lines: feelingLines(outcome) },
    { name: "Account", lines: accountLines(inputs.account) },
    { name: "History", lines: historyLines(inputs.history) },
    { name: "The sending system said", lines: callerLines(inputs.caller) },
    {
      name: "Already tried",
      lines: outcome.tried.map(({ step, helped }) =>
        helped === false ? `${step} (did not help)` : step,
      ),
    },
    { name: "Set by hand, left alone", lines: byHandLines(inputs.byHand) },
    { name: "Went to", lines: [outcome.team, ...outcome.tags.map((tag) => `tag ${tag}`)] },
    {
      name: "AI",
      lines: aiMayAnswer ? ["may answer"] : ["only drafts", ...outcome.aiMayNotBecause],
    },
    { name: "Classified by", lines: [model] },
  ];
  if (outcome.novel) topics[0]?.lines.unshift("a kind that nobody has described yet");
  return topics
    .map(({ name, lines }) => ({ name, lines: lines.filter((line) => line !== "") }))
    .filter(({ lines }) => lines.length > 0);
}

function reasonWords({ text, evidence }: Reason): string {
  const quoted = evidence.map((words) => `“${words}”`).join(", ");
  const plain = text.replace(/\.$/, "");
  return quoted ? `${plain} (${quoted})` : plain;
}

function feelingLines({ sentiment, sentimentReasons, language }: RoutingRecord["outcome"]) {
  const number = sentiment === null ? "" : sentiment.toFixed(1).replace("-", "−");
  return [number, ...sentimentReasons.map(reasonWords), language ? `written in ${language}` : ""];
}

function accountLines(account: RoutingRecord["inputs"]["account"]): string[] {
  if (!account) return [];
  const { tier, inTrial, paying, failedInvoices, openOnboardingStep } = account;
  return [
    `plan ${tier}`,
    inTrial ? "in trial" : "",
    paying ? "paying" : "not paying",
    failedInvoices > 0 ? `${count(failedInvoices, "failed payment")} in 30 days` : "",
    openOnboardingStep ? `onboarding stands at “${openOnboardingStep}”` : "",
  ];
}

function historyLines(history: RoutingRecord["inputs"]["history"]): string[] {
  if (!history) return [];
  return [
    `${count(history.recent, "other ticket")} in 30 days`,
    `${count(history.messages, "message")} in this one`,
  ];
}

const callerLines = ({ priority, category }: RoutingRecord["inputs"]["caller"]) => [
  priority ? `priority ${priority}` : "",
  category ? `category ${category}` : "",
];

const byHandLines = ({ team, priority }: RoutingRecord["inputs"]["byHand"]) => [
  team ? "the team" : "",
  priority ? "the priority" : "",
];

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
