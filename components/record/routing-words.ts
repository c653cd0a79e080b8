import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { cut2, intentWords } from "@/lib/inbox/model";
import type { RoutingRecord } from "@/lib/review/model";
import type { Reason } from "@/lib/ticket/model";

export type Evidence = { name: string; lines: string[] };

/** What routing looked at and what it made of it, topic by topic, in plain words. */
export function routingEvidence(
  { inputs, outcome, aiMayAnswer, model }: RoutingRecord,
  t: T,
): Evidence[] {
  const reasons = (list: readonly Reason[]) => list.map((reason) => reasonWords(reason, t));
  const topics: Evidence[] = [
    {
      name: t("Intent"),
      lines: outcome.intents.map(
        ({ intent, score }) => `${intentWords(intent)} ${formatOf(t).decimal(cut2(score))}`,
      ),
    },
    { name: t("Category"), lines: [intentWords(outcome.category)] },
    {
      name: t("Priority"),
      lines: [
        outcome.priority ? t(PRIORITY_WORDS[outcome.priority]).toLowerCase() : "",
        ...reasons(outcome.reasons),
      ],
    },
    { name: t("Learned"), lines: learnedLines(inputs.learned, outcome.learned, t) },
    { name: t("Feeling"), lines: feelingLines(outcome, t) },
    { name: t("Account"), lines: accountLines(inputs.account, t) },
    { name: t("History"), lines: historyLines(inputs.history, t) },
    { name: t("The sending system said"), lines: callerLines(inputs.caller, t) },
    {
      name: t("Already tried"),
      lines: outcome.tried.map(({ step, helped }) =>
        helped === false ? t("{{step}} (did not help)", { step }) : step,
      ),
    },
    { name: t("Set by hand, left alone"), lines: byHandLines(inputs.byHand, t) },
    {
      name: t("Went to"),
      lines: [outcome.team, ...outcome.tags.map((tag) => t("tag {{tag}}", { tag }))],
    },
    {
      name: t("AI"),
      lines: aiMayAnswer
        ? [t("may answer")]
        : [t("only drafts"), ...outcome.aiMayNotBecause.map(t.stored)],
    },
    { name: t("Classified by"), lines: [model] },
  ];
  if (outcome.novel) topics[0]?.lines.unshift(t("a kind that nobody has described yet"));
  return topics
    .map(({ name, lines }) => ({ name, lines: lines.filter((line) => line !== "") }))
    .filter(({ lines }) => lines.length > 0);
}

function reasonWords({ text, evidence }: Reason, t: T): string {
  const quoted = evidence.map((words) => t("“{{words}}”", { words })).join(", ");
  const plain = t.stored(text).replace(/\.$/, "");
  return quoted ? `${plain} (${quoted})` : plain;
}

function feelingLines(
  { sentiment, sentimentReasons, language }: RoutingRecord["outcome"],
  t: T,
): string[] {
  const number = sentiment === null ? "" : sentiment.toFixed(1).replace("-", "−");
  return [
    number,
    ...sentimentReasons.map((reason) => reasonWords(reason, t)),
    language ? t("written in {{language}}", { language }) : "",
  ];
}

function accountLines(account: RoutingRecord["inputs"]["account"], t: T): string[] {
  if (!account) return [];
  const { tier, inTrial, paying, failedInvoices, openOnboardingStep } = account;
  return [
    t("plan {{tier}}", { tier }),
    inTrial ? t("in trial") : "",
    paying ? t("paying") : t("not paying"),
    failedInvoices > 0 ? t("{{count}} failed payments in 30 days", { count: failedInvoices }) : "",
    openOnboardingStep ? t("onboarding stands at “{{step}}”", { step: openOnboardingStep }) : "",
  ];
}

function historyLines(history: RoutingRecord["inputs"]["history"], t: T): string[] {
  if (!history) return [];
  return [
    t("{{count}} other tickets in 30 days", { count: history.recent }),
    t("{{count}} messages in this one", { count: history.messages }),
  ];
}

const callerLines = ({ priority, category }: RoutingRecord["inputs"]["caller"], t: T) => [
  priority ? t("priority {{priority}}", { priority }) : "",
  category ? t("category {{category}}", { category }) : "",
];

const byHandLines = (
  { team, priority, category, intent }: RoutingRecord["inputs"]["byHand"],
  t: T,
): string[] => [
  team ? t("the team") : "",
  priority ? t("the priority") : "",
  category ? t("the category") : "",
  intent ? t("the intent") : "",
];

/** "category onboarding 0.83 from 12 tickets (#12, #31), decided". A team is an id only: left out. */
function learnedLines(
  learned: RoutingRecord["inputs"]["learned"],
  decided: RoutingRecord["outcome"]["learned"],
  t: T,
): string[] {
  return says(["intent", "category", "priority"] as const).flatMap((space) => {
    const guess = learned[space];
    if (!guess) return [];
    const { label, confidence, examples, tickets, novel } = guess;
    const numbers = tickets.map((number) => `#${number}`).join(", ");
    const verdict = decided.some((one) => one.space === space) ? t("decided") : t("did not decide");
    return [
      t("{{space}} {{label}} {{number}} from {{count}} tickets{{which}}, {{verdict}}", {
        space: t(space),
        label: intentWords(label),
        number: formatOf(t).decimal(cut2(confidence)),
        count: examples,
        which: numbers && ` (${numbers})`,
        verdict: novel ? t("unlike anything learned") : verdict,
      }),
    ];
  });
}
