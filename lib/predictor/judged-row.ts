import { logit } from "./softmax";

/** What is known of a draft before anybody has read it. Shares in 0..1. */
export interface DraftFacts {
  /** Log-odds as the desk weighs them by itself: words, learning and context together. */
  logOdds: number;
  /** Log-odds by words and likeness alone. */
  words: number;
  /** What the predictor believes of it; null on a desk that has learned nothing. */
  learned: number | null;
  /** Weight of learning against words. */
  weight: number;
  novelty: number;
  /** Lead over the second answer, agreement and history: 0 unless it is the predictor's first. */
  margin: number;
  agreement: number;
  history: number;
  /** Times that this answer was accepted. */
  uses: number;
  /** -1 (upset) to 1. */
  sentiment: number;
  /** Sentences left out because they were tried. */
  leftOut: number;
  /** Whether article and request are about the same; null when it is not known. */
  sameCategory: boolean | null;
  noIntent: boolean;
  wish: boolean;
  /** Share of the sentences that name a source. */
  support: number;
  /** It is a past answer, not an article. */
  pastAnswer: boolean;
  /** Words of the question that it holds. */
  heldWords: number;
  /** Share of the question's words that occur in no article. */
  unknownWords: number;
}

/** Beyond these log-odds nothing is told apart. */
const MOST = 20;
const MANY_LEFT_OUT = 5;
const MANY_WORDS = 8;

/** Weights before any outcome: the desk's own log-odds, and nothing else. */
export const START: readonly number[] = [0, 2, ...new Array<number>(16).fill(0)];

/**
 * The row that a draft is judged by, each number within about -5..5, in the order of `START`: the
 * bias, half of the desk's own log-odds, then what may show where those are wrong.
 *
 * @returns null when a fact is no number: then a person decides
 */
export function judgedRow(facts: DraftFacts): number[] | null {
  const row = [
    1,
    within(facts.logOdds, MOST) / 2,
    within(facts.words, MOST) / 4,
    facts.learned === null ? 0 : logit(facts.learned) / 4,
    facts.weight,
    facts.novelty,
    facts.margin,
    facts.agreement,
    facts.history,
    facts.uses / (facts.uses + 3),
    Math.min(0, facts.sentiment),
    Math.min(facts.leftOut, MANY_LEFT_OUT) / MANY_LEFT_OUT,
    signOf(facts.sameCategory),
    facts.noIntent ? 1 : 0,
    facts.wish ? 1 : 0,
    1 - facts.support,
    facts.pastAnswer ? 1 : 0,
    Math.min(facts.heldWords, MANY_WORDS) / MANY_WORDS - facts.unknownWords,
  ];
  return row.every(Number.isFinite) ? row : null;
}

function signOf(known: boolean | null): number {
  if (known === null) return 0;
  return known ? 1 : -1;
}

/** Words alone may say "impossible": as log-odds that has no end. */
const within = (value: number, most: number) => Math.min(most, Math.max(-most, value));
