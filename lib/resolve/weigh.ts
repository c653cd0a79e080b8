import type { PastAnswer } from "../knowledge";
import type { ArticleMatch, KnowledgeMatch } from "../knowledge/model";
import type { Prediction } from "../predictor/model";

/**
 * Weights of a logistic model, set on the demo desk's questions (answered by their first article or
 * not) and on 3,080 questions to a bank, which its articles do not answer. Shares in 0..1.
 */
const ARTICLE = {
  base: -3.1,
  coverage: -1,
  passage: 2.3,
  title: 2.8,
  lead: 2.6,
  held: 4,
  unknown: -5,
} as const;

/** The same for what was answered before: cautious, because one ticket may resemble by chance. */
const PAST = { base: -3, coverage: 2, closest: 1.5, similarity: 3, tickets: 0.7 } as const;

/** What an article loses when people have answered such a question otherwise, more than once. */
const CONTRARY = 2;
/** Words in common from which more add nothing. */
const HELD_FULL = 8;
/** Outcomes after which what was learned weighs as much as the words alone. */
const HALF_LEARNED = 50;
/** What the predictor's later choices may claim of its own probability. */
const NOT_FIRST = 0.5;
const LEAST = 0.005;

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => {
  const inside = Math.min(1 - 1e-6, Math.max(LEAST, p));
  return Math.log(inside / (1 - inside));
};

/** How much the first article is ahead of the second, 0..1. */
export const leadOf = ([best, second]: readonly ArticleMatch[]): number =>
  best ? 1 - Math.min(1, (second?.score ?? 0) / best.score) : 0;

/** Log-odds, from words alone, that the first article answers the question. */
export function articleLogit({ articles, unknownShare }: KnowledgeMatch): number {
  const [best] = articles;
  if (!best) return -Infinity;
  return (
    ARTICLE.base +
    ARTICLE.coverage * best.coverage +
    ARTICLE.passage * best.passageCoverage +
    ARTICLE.title * best.titleMatch +
    ARTICLE.lead * leadOf(articles) +
    ARTICLE.held * (Math.min(best.heldWords, HELD_FULL) / HELD_FULL) +
    ARTICLE.unknown * unknownShare
  );
}

/** Log-odds, from likeness alone, that what was answered to such questions answers this one. */
export function pastLogit(past: PastAnswer, prediction: Prediction): number {
  const near = prediction.candidates.find(({ answer }) => answer === past.subject)?.evidence ?? [];
  const tickets = Math.max(past.tickets.length, near.length);
  if (tickets === 0) return -Infinity;
  return (
    PAST.base +
    PAST.coverage * past.coverage +
    PAST.closest * past.closest +
    PAST.similarity * (near[0]?.similarity ?? 0) +
    PAST.tickets * Math.log(tickets)
  );
}

/** What speaks against an article: people knew of it, and answered such questions otherwise. */
export function contrary(subject: string, past: readonly PastAnswer[]): number {
  const others = past.filter((one) => one.subject !== subject && one.tickets.length > 1);
  return CONTRARY * Math.max(0, ...others.map(({ closest }) => closest));
}

/** What the predictor believes of one of its candidates, 0..1, before any cap. */
export function learnedShare(subject: string, prediction: Prediction): number {
  const [first] = prediction.candidates;
  if (first?.answer === subject) return prediction.uncapped;
  const found = prediction.candidates.find(({ answer }) => answer === subject);
  return found ? Math.min(found.probability, 1) * NOT_FIRST : 0;
}

/** Weight of what was learned against words alone, 0..1: it grows with the desk's outcomes. */
export const learnedWeight = (outcomes: number): number => outcomes / (outcomes + HALF_LEARNED);

/** Log-odds from words and from learning, mixed by how much there is to learn from. */
export function mix(fromWords: number, fromLearning: number, outcomes: number): number {
  const weight = learnedWeight(outcomes);
  const bounded = Math.max(fromWords, logit(0));
  return (1 - weight) * bounded + weight * logit(fromLearning);
}
