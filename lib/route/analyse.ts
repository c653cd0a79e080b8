import type { LabelPlaces } from "../desk";
import { languageOf } from "../platform/language";
import type { Priority, Reason, ScoredIntent } from "../ticket/model";
import { classify } from "./classify";
import { intentsInUse } from "./in-use";
import {
  type AccountFacts,
  type HistoryFacts,
  INTENTS,
  type Learned,
  type LearnedLabel,
  type SecondOpinion,
  type TriedStep,
} from "./model";
import { scorePriority } from "./priority";
import { feel, trendOf } from "./sentiment";
import { topicOf } from "./topic";
import { findTried } from "./tried";
import { learnedLabel, learnedReason, outweighs, weighIntent, weighPriority } from "./weigh-label";
import { weighMood, weighOpinion } from "./weigh-opinion";

export type RouteFacts = {
  /** What the customer asks, in all messages that nobody has answered. */
  text: string;
  /** The newest message alone. */
  latest: string;
  /** Everything the customer has written in this ticket. */
  thread: readonly string[];
  /** What earlier messages of this ticket were classified as. */
  before: { intents: ScoredIntent[]; category: string } | null;
  /** What a person has said of this ticket: it stays. */
  said?: { intents?: ScoredIntent[]; category?: string };
  account: AccountFacts;
  history: Omit<HistoryFacts, "sameIntent"> & { intents: readonly (string | null)[] };
  caller: { priority: Priority | null; category: string | null };
  /** Intents in the order of their rules: the first one found is the primary. */
  order: readonly string[];
  /** What people have called such requests. */
  learned?: Learned;
  /** What a model reads in it; evidence beside the rest. */
  second?: SecondOpinion | null;
  /** Labels of this desk; without them the built-in ones count. */
  places?: LabelPlaces;
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
  /** Labels that were learned, rather than read from the words. */
  learned: LearnedLabel[];
};

/** Everything that is read from the words, the account and the history of one request. */
export function analyse(facts: RouteFacts): Analysis {
  const { said, second } = facts;
  const found = intentsOf(facts);
  const wanted = said?.intents || found.kept ? found : weighOpinion(found, second);
  const { intents, primary } = wanted;
  const topic = topicOf(facts, primary, wanted.kept);
  const { score: sentiment, reasons: sentimentReasons } = weighMood(feel(facts.latest), second);
  const scored = scorePriority({
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
  const { priority, decided: pressing } = weighPriority(scored.priority, facts.learned?.priority);
  const pressed = pressing
    ? [learnedReason(`people gave such requests the priority ${priority}`, pressing)]
    : [];
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
    reasons: [...wanted.reasons, ...topic.reasons, ...pressed, ...scored.reasons],
    tried: findTried(facts.thread.join("\n")),
    learned: [
      ...(wanted.decided ? [learnedLabel("intent", wanted.decided)] : []),
      ...(topic.decided ? [learnedLabel("category", topic.decided)] : []),
      ...(pressing ? [learnedLabel("priority", pressing)] : []),
    ],
  };
}

/** What the customer wants: as a person has said, as it was, as learned, or as the words say. */
function intentsOf(facts: RouteFacts) {
  if (facts.said?.intents) {
    const { intents } = facts.said;
    const reasons = intents.length > 0 ? [reason("a person has set the intent")] : [];
    // Whoever sets it puts it first, whatever the rules' order.
    return { intents, primary: intents[0]?.intent ?? null, reasons, kept: false, decided: null };
  }
  const found = classify(facts.text);
  const named = intentsInUse(found.intents, facts.places);
  const guess = facts.learned?.intent;
  // "ok, 4711" says nothing of its own: the ticket stays what it was.
  const silent = named.length === 0 && !outweighs(guess, { label: null, strength: 0 });
  const kept = silent && facts.before !== null && facts.before.intents.length > 0;
  if (kept) {
    const intents = facts.before?.intents ?? [];
    const primary = primaryOf(intents, facts);
    return { intents, primary, reasons: found.reasons, kept, decided: null };
  }
  const weighed = weighIntent({ intents: named, primary: primaryOf(named, facts) }, guess);
  const { decided } = weighed;
  const called = decided
    ? [learnedReason(`people called such requests ${spoken(decided.label)}`, decided)]
    : [];
  return { ...weighed, reasons: [...called, ...found.reasons], kept };
}

const reason = (text: string): Reason => ({ text, evidence: [] });
const spoken = (slug: string) => slug.replaceAll("_", " ");

/** Of several intents the one whose rule comes first: security before usage. */
function primaryOf(
  intents: readonly ScoredIntent[],
  { order, places }: Pick<RouteFacts, "order" | "places">,
): string | null {
  const ranked = [...order, ...(places ? places.intents.keys() : INTENTS)];
  const place = (intent: string) => {
    const at = ranked.indexOf(intent);
    return at < 0 ? ranked.length : at;
  };
  return [...intents].sort((a, b) => place(a.intent) - place(b.intent))[0]?.intent ?? null;
}
