import type { AnswerBook, Typical } from "./answers";
import { type Candidates, candidatesOf } from "./candidates";
import type { Ranker } from "./ranker";
import { logit } from "./softmax";
import { type RawViews, restrict, type Views } from "./views";

/** The ranked answers to one question, and the rows from which confidence and novelty are judged. */
export interface Decision {
  views: Views;
  candidates: Candidates;
  /** Probability of each candidate; the last is "none of these". */
  shares: Float64Array;
  /** Places in `candidates.numbers`, best first, without "none of these". */
  order: number[];
  /** Answer number of the first, -1 when nothing is known. */
  top: number;
  agreement: number;
  noveltyRow: Float64Array;
}

/** Names, and weights before the first outcome, of what novelty is judged by. */
export const NOVELTY_START: Record<string, number> = {
  bias: 0,
  none: 0.5,
  entropy: 0.3,
  twinTop: -0.3,
  agreement: -0.5,
  best: -1,
  mean3: -1,
  centroid: -1,
  vote: -0.5,
  topBest: 0,
  topMean3: 0,
  topCentroid: 0,
  topVote: 0,
  contrast: -0.5,
  covered: -0.5,
  oddBest: 0,
  oddCentroid: 0,
  wordsUnknown: 0.5,
  wordsRare: 0.5,
  wordsRareToTop: 0.5,
  wordsOwned: -0.5,
  runsRare: 0.5,
  runsRareToTop: 0.5,
  runsOwned: -0.5,
  youngDesk: 0.5,
  article: -1,
};

/** The same for confidence. A new desk starts cautious: bias and `youngDesk` hold it down. */
export const CONFIDENCE_START: Record<string, number> = {
  bias: -0.8,
  rank: 0.6,
  margin: 0.6,
  none: -0.2,
  agreement: 0.5,
  linear: 0.1,
  net: 0.1,
  twin: 0.1,
  bayes: 0,
  vote: 0.2,
  best: 0.3,
  contrast: 0.5,
  centroid: 0,
  youth: -1,
  history: 0.5,
  unknown: -0.5,
  covered: 0,
  oddBest: 0,
  oddCentroid: 0,
  oddNet: 0,
  youngDesk: -1,
  cold: -0.5,
  article: 0.3,
  novelty: -0.2,
};

/**
 * Ranks the allowed answers.
 *
 * @param to per answer: where its evidence counts, -1 to leave it out
 */
export function decide(
  raw: RawViews,
  to: Int32Array,
  book: AnswerBook,
  ranker: Ranker,
  outcomes: number,
): Decision {
  const known = book.records.map((record) => record.taught > 0 || record.article);
  const views = restrict(raw, to, known);
  const candidates = candidatesOf(views, book, outcomes);
  const shares = ranker.probabilities(candidates.rows);
  const order = candidates.numbers.map((_, i) => i).slice(0, -1);
  order.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const top = candidates.numbers[order[0] ?? -1] ?? -1;
  const agreement = agreementOn(top, views);
  const noveltyRow = noveltyRowOf(views, shares, book, top, to, outcomes);
  return { views, candidates, shares, order, top, agreement, noveltyRow };
}

/**
 * Row for the novelty gate, in the order of `NOVELTY_START`. Masking an answer must change a number
 * as never having seen the answer would: experts that weigh answers against each other keep traces
 * of it, so they take little part here.
 */
function noveltyRowOf(
  views: Views,
  shares: Float64Array,
  book: AnswerBook,
  top: number,
  to: Int32Array,
  outcomes: number,
): Float64Array {
  const { words, runs } = views.strangeness(to, top);
  const [oddBest, oddCentroid] = oddness(views, book, top);
  return Float64Array.from([
    1,
    logit(shares[shares.length - 1] ?? 1) / 3,
    entropyOf(shares),
    peak(views.twin) / 3,
    agreementOn(top, views),
    (views.neighbours[0]?.similarity ?? 0) * 3,
    Math.max(0, ...views.mean3) * 3,
    Math.max(0, ...views.centroid) * 3,
    Math.max(0, ...views.vote),
    (views.best[top] ?? 0) * 3,
    (views.mean3[top] ?? 0) * 3,
    (views.centroid[top] ?? 0) * 3,
    views.vote[top] ?? 0,
    contrastOf(views, top) * 4,
    views.covered[top] ?? 0,
    oddBest,
    oddCentroid,
    words.unknown * 2,
    words.rare * 2,
    words.rareToAnswer * 2,
    words.owned * 2,
    runs.rare * 2,
    runs.rareToAnswer * 2,
    runs.owned * 2,
    1 / Math.sqrt(1 + outcomes / 50),
    views.articles?.fused[top] ?? 0,
  ]);
}

/** How much nearer the nearest example of the first answer is than that of any other. */
function contrastOf(views: Views, top: number): number {
  let rival = 0;
  for (const { label, similarity } of views.neighbours) {
    if (label !== top && similarity > rival) rival = similarity;
  }
  return (views.best[top] ?? 0) - rival;
}

/** Row for the confidence judge, in the order of `CONFIDENCE_START`. */
export function confidenceRow(
  decision: Decision,
  book: AnswerBook,
  outcomes: number,
  expected: number,
  novelty: number,
): Float64Array {
  const { views, shares, order, top, agreement } = decision;
  const first = shares[order[0] ?? -1] ?? 0;
  const second = shares[order[1] ?? -1] ?? 0;
  const known = Number.isFinite(views.linear[top] ?? -Infinity);
  const probability = (scores: Float64Array) =>
    known ? logit(Math.exp(scores[top] ?? -Infinity)) / 3 : 0;
  return Float64Array.from([
    1,
    logit(first) / 2,
    Math.log((first + 1e-4) / (second + 1e-4)) / 3,
    logit(shares[shares.length - 1] ?? 1) / 3,
    agreement,
    probability(views.linear),
    probability(views.net),
    probability(views.twin),
    probability(views.bayes),
    views.vote[top] ?? 0,
    (views.best[top] ?? 0) * 2,
    contrastOf(views, top) * 4,
    (views.centroid[top] ?? 0) * 2,
    1 / Math.sqrt(1 + book.taught(top)),
    logit(book.history(top, expected)) / 2,
    views.unknown * 2,
    views.covered[top] ?? 0,
    ...oddness(views, book, top),
    1 / Math.sqrt(1 + outcomes / 50),
    book.taught(top) > 0 ? 0 : 1,
    views.articles?.fused[top] ?? 0,
    logit(novelty) / 3,
  ]);
}

function peak(logProbabilities: Float64Array): number {
  let top = -Infinity;
  for (const value of logProbabilities) if (value > top) top = value;
  return Number.isFinite(top) ? Math.max(-10, top) : 0;
}

/** Share of the experts whose first choice is this answer. */
function agreementOn(answer: number, views: Views): number {
  if (answer < 0) return 0;
  let agree = 0;
  const experts = [views.linear, views.net, views.twin, views.bayes, views.vote, views.centroid];
  for (const scores of experts) {
    let best = true;
    const own = scores[answer] ?? -Infinity;
    for (const score of scores) if (score > own) best = false;
    if (best) agree++;
  }
  return agree / experts.length;
}

function entropyOf(shares: Float64Array): number {
  let entropy = 0;
  for (const share of shares) if (share > 0) entropy -= share * Math.log(share);
  return entropy;
}

/** What the experts say of the first answer, as kept in `Typical`. */
export function seenOf(views: Views, top: number): Omit<Typical, "n"> {
  return {
    best: views.best[top] ?? 0,
    centroid: views.centroid[top] ?? 0,
    net: Math.max(-6, views.net[top] ?? -6),
  };
}

/** How far the question is from what is typical for the first answer; 0 while little is known. */
function oddness(views: Views, book: AnswerBook, top: number): [number, number, number] {
  const typical = book.records[top]?.typical;
  if (typical === undefined || typical.n === 0) return [0, 0, 0];
  const seen = seenOf(views, top);
  const trust = typical.n / (typical.n + 2);
  return [
    trust * (seen.best - typical.best) * 3,
    trust * (seen.centroid - typical.centroid) * 3,
    (trust * (seen.net - typical.net)) / 2,
  ];
}
