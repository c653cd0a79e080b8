import type { Priority, Reason, ScoredIntent } from "../ticket/model";
import { categorise } from "./category";
import { classify } from "./classify";
import { languageOf } from "./language";
import { type AccountFacts, type HistoryFacts, INTENTS, type TriedStep } from "./model";
import { scorePriority } from "./priority";
import { feel, trendOf } from "./sentiment";
import { findTried } from "./tried";

export type RouteFacts = {
  /** What the customer asks, in all messages that nobody has answered. */
  text: string;
  /** The newest message alone. */
  latest: string;
  /** Everything the customer has written in this ticket. */
  thread: readonly string[];
  /** What earlier messages of this ticket were classified as. */
  before: { intents: ScoredIntent[]; category: string } | null;
  account: AccountFacts;
  history: Omit<HistoryFacts, "sameIntent"> & { intents: readonly (string | null)[] };
  caller: { priority: Priority | null; category: string | null };
  /** Intents in the order of their rules: the first one found is the primary. */
  order: readonly string[];
};

export type Analysis = {
  intents: ScoredIntent[];
  primary: string | null;
  novel: boolean;
  category: string;
  language: string | null;
  sentiment: number;
  sentimentReasons: Reason[];
  /** Null with fewer than two messages. */
  trend: number | null;
  priority: Priority;
  reasons: Reason[];
  tried: TriedStep[];
};

/** Everything that is read from the words, the account and the history of one request. */
export function analyse(facts: RouteFacts): Analysis {
  const found = classify(facts.text);
  // "ok, 4711" says nothing of its own: the ticket stays what it was.
  const kept = found.novel && facts.before !== null && facts.before.intents.length > 0;
  const intents = kept ? (facts.before?.intents ?? []) : found.intents;
  const primary = primaryOf(intents, facts.order);
  const topic =
    kept && facts.before
      ? { category: facts.before.category, reasons: [] }
      : categorise(facts.text, primary, facts.account, facts.caller.category);
  const { score: sentiment, reasons: sentimentReasons } = feel(facts.latest);
  const { priority, reasons } = scorePriority({
    text: facts.text,
    intents: intents.map(({ intent }) => intent),
    account: facts.account,
    history: {
      ...facts.history,
      sameIntent: primary ? facts.history.intents.filter((intent) => intent === primary).length : 0,
    },
    sentiment,
    callerPriority: facts.caller.priority,
  });
  return {
    intents,
    primary,
    novel: intents.length === 0,
    category: topic.category,
    language: languageOf(facts.text) ?? languageOf(facts.thread.join("\n")),
    sentiment,
    sentimentReasons,
    trend: trendOf(facts.thread.map((text) => feel(text).score)),
    priority,
    reasons: [...found.reasons, ...topic.reasons, ...reasons],
    tried: findTried(facts.thread.join("\n")),
  };
}

/** Of several intents the one whose rule comes first: security before usage. */
function primaryOf(intents: readonly ScoredIntent[], order: readonly string[]): string | null {
  const ranked = [...order, ...INTENTS];
  const place = (intent: string) => {
    const at = ranked.indexOf(intent);
    return at < 0 ? ranked.length : at;
  };
  return [...intents].sort((a, b) => place(a.intent) - place(b.intent))[0]?.intent ?? null;
}
