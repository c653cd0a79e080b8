import type { ArticleScores } from "./articles";
import type { Strangeness } from "./expert-sums";
import type { Neighbour } from "./neighbours";
import { logSoftmax } from "./softmax";

/** Neighbours that vote. */
const VOTERS = 16;

/** What the experts say before it is decided which answers may be used; all arrays by answer. */
export interface RawViews {
  linear: Float64Array;
  net: Float64Array;
  /** A second, smaller net that saw other parts of each text: where they differ, doubt. */
  twin: Float64Array;
  bayes: Float64Array;
  centroid: Float64Array;
  covered: Float64Array;
  /** Cosine with the nearest example, and the mean of the three nearest. */
  best: Float64Array;
  mean3: Float64Array;
  /** Nearest examples, best first. */
  neighbours: Neighbour[];
  articles: ArticleScores | undefined;
  /** Share of the question's words never read before. */
  unknown: number;
  /** How strange the question is to the allowed answers and to one; ask before anything is learned. */
  strangeness: (to: Int32Array, answer: number) => { words: Strangeness; runs: Strangeness };
}

/** The same over allowed answers only; `linear`, `net` and `bayes` are now log-probabilities. */
export interface Views extends RawViews {
  /** Share of the votes of the nearest examples. */
  vote: Float64Array;
}

/** Moves scores of answers to where they count; those of forbidden answers vanish. */
function move(scores: Float64Array, to: Int32Array, taught: readonly boolean[]): Float64Array {
  const moved = new Float64Array(to.length).fill(-Infinity);
  for (let i = 0; i < scores.length; i++) {
    const target = to[i] ?? -1;
    if (target < 0 || !taught[i]) continue;
    const old = moved[target] ?? -Infinity;
    const score = scores[i] ?? 0;
    const high = Math.max(old, score);
    moved[target] = high + Math.log(Math.exp(old - high) + Math.exp(score - high));
  }
  return moved;
}

function moveHighest(scores: Float64Array, to: Int32Array): Float64Array {
  const moved = new Float64Array(to.length);
  for (let i = 0; i < scores.length; i++) {
    const target = to[i] ?? -1;
    if (target >= 0) moved[target] = Math.max(moved[target] ?? 0, scores[i] ?? 0);
  }
  return moved;
}

/**
 * Restricts what the experts said to the answers that may be used.
 *
 * @param to per answer: the answer for which its evidence counts, or -1 for none
 * @param taught per answer: whether it has learned examples, so that experts know it
 */
export function restrict(raw: RawViews, to: Int32Array, taught: readonly boolean[]): Views {
  const linear = move(raw.linear, to, taught);
  const net = move(raw.net, to, taught);
  const twin = move(raw.twin, to, taught);
  const bayes = move(raw.bayes, to, taught);
  logSoftmax(linear);
  logSoftmax(net);
  logSoftmax(twin);
  logSoftmax(bayes);
  const neighbours: Neighbour[] = [];
  for (const { slot, label, similarity } of raw.neighbours) {
    const target = to[label] ?? -1;
    if (target >= 0) neighbours.push({ slot, label: target, similarity });
  }
  const vote = new Float64Array(to.length);
  let votes = 0;
  for (const { label, similarity } of neighbours.slice(0, VOTERS)) {
    const weight = similarity ** 3;
    vote[label] = (vote[label] ?? 0) + weight;
    votes += weight;
  }
  if (votes > 0) for (let i = 0; i < vote.length; i++) vote[i] = (vote[i] ?? 0) / votes;
  return {
    linear,
    net,
    twin,
    bayes,
    neighbours,
    vote,
    best: moveHighest(raw.best, to),
    mean3: moveHighest(raw.mean3, to),
    centroid: moveHighest(raw.centroid, to),
    covered: moveHighest(raw.covered, to),
    articles: raw.articles && {
      bm25: keep(raw.articles.bm25, to),
      title: keep(raw.articles.title, to),
      passage: keep(raw.articles.passage, to),
      fused: keep(raw.articles.fused, to),
    },
    unknown: raw.unknown,
    strangeness: raw.strangeness,
  };
}

/** An article speaks for itself only: a retired one must not lend its words to its successor. */
function keep(scores: Float64Array, to: Int32Array): Float64Array {
  return scores.map((score, i) => (to[i] === i ? score : 0));
}
