import type { AnswerBook } from "./answers";
import type { Views } from "./views";

/** Answers that each expert may nominate. */
const NOMINEES = 4;

/** Columns of a candidate's row; the ranker has one weight for each, shared by all answers. */
export const COLUMNS = [
  "linear",
  "net",
  "twin",
  "bayes",
  "vote",
  "best",
  "mean3",
  "centroid",
  "agree",
  "youth",
  "youthLinear",
  "youthNet",
  "youthTwin",
  "youthBayes",
  "youthVote",
  "youthBest",
  "youthCentroid",
  "taught",
  "recent",
  "title",
  "passage",
  "bm25",
  "fused",
  "cold",
  "coldTitle",
  "coldPassage",
  "coldBm25",
  "coldFused",
  "none",
  "noneBest",
  "noneLinear",
  "noneUnknown",
  "noneYoung",
] as const;

export type Column = (typeof COLUMNS)[number];
export const WIDTH = COLUMNS.length;

/** Candidates of one decision: a row of `WIDTH` numbers each, "none of these" last. */
export interface Candidates {
  /** Answer numbers; -1 in the last place stands for none of these. */
  numbers: number[];
  rows: Float64Array;
}

function nominate(chosen: Set<number>, scores: Float64Array, floor: number): void {
  const top: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score <= floor) continue;
    let at = top.length;
    while (at > 0 && (scores[top[at - 1] ?? 0] ?? 0) < score) at--;
    if (at < NOMINEES) top.splice(at, 0, i);
    if (top.length > NOMINEES) top.pop();
  }
  for (const number of top) chosen.add(number);
}

function highest(scores: Float64Array): number {
  let best = -1;
  let top = -Infinity;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score > top) {
      top = score;
      best = i;
    }
  }
  return best;
}

/** Log-probabilities below e^-10 all say "no" the same. */
const bounded = (logProbability: number) => Math.max(-10, logProbability) / 3;

/**
 * Chooses the answers worth comparing and describes each in columns that mean the same for every
 * answer, so that what is learned about old answers holds for new ones.
 *
 * @param outcomes tickets learned so far on this desk
 */
export function candidatesOf(views: Views, book: AnswerBook, outcomes: number): Candidates {
  const chosen = new Set<number>();
  const { articles } = views;
  for (const scores of [views.linear, views.net, views.twin, views.bayes])
    nominate(chosen, scores, -Infinity);
  for (const scores of [views.vote, views.best, views.centroid]) nominate(chosen, scores, 0);
  if (articles) {
    for (const scores of [articles.fused, articles.title, articles.bm25, articles.passage]) {
      nominate(chosen, scores, 0);
    }
  }
  const numbers = [...chosen].sort((a, b) => a - b);
  const firsts = [views.linear, views.net, views.twin, views.bayes, views.vote, views.centroid].map(
    highest,
  );
  const rows = new Float64Array((numbers.length + 1) * WIDTH);
  numbers.forEach((number, i) => {
    const agree = firsts.reduce((sum, first) => sum + (first === number ? 1 / 6 : 0), 0);
    rows.set(describe(views, book, outcomes, number, agree), i * WIDTH);
  });
  numbers.push(-1);
  rows.set(describeNone(views, outcomes), (numbers.length - 1) * WIDTH);
  return { numbers, rows };
}

function describe(
  views: Views,
  book: AnswerBook,
  outcomes: number,
  number: number,
  agree: number,
): number[] {
  const taught = book.taught(number);
  const { articles } = views;
  const cold = taught > 0 ? 0 : 1;
  const linear = bounded(views.linear[number] ?? 0);
  const net = bounded(views.net[number] ?? 0);
  const twin = bounded(views.twin[number] ?? 0);
  const bayes = bounded(views.bayes[number] ?? 0);
  const vote = Math.log(0.02 + (views.vote[number] ?? 0)) / 2;
  const best = views.best[number] ?? 0;
  const centroid = views.centroid[number] ?? 0;
  const youth = 1 / Math.sqrt(1 + taught);
  const title = articles?.title[number] ?? 0;
  const passage = articles?.passage[number] ?? 0;
  const bm25 = articles?.bm25[number] ?? 0;
  const fused = articles?.fused[number] ?? 0;
  return [
    linear,
    net,
    twin,
    bayes,
    vote,
    best * 3,
    (views.mean3[number] ?? 0) * 3,
    centroid * 3,
    agree,
    youth,
    youth * linear,
    youth * net,
    youth * twin,
    youth * bayes,
    youth * vote,
    youth * best * 3,
    youth * centroid * 3,
    Math.log1p(taught) / 4,
    Math.log1p(book.recent(number, outcomes)) / 2,
    title,
    passage,
    bm25,
    fused,
    cold,
    cold * title,
    cold * passage,
    cold * bm25,
    cold * fused,
    0,
    0,
    0,
    0,
    0,
  ];
}

function describeNone(views: Views, outcomes: number): Float64Array {
  const row = new Float64Array(WIDTH);
  const best = views.neighbours[0]?.similarity ?? 0;
  const linear = views.linear[highest(views.linear)] ?? 0;
  const at = COLUMNS.indexOf("none");
  row.set([1, best * 3, bounded(linear), views.unknown, 1 / Math.sqrt(1 + outcomes / 10)], at);
  return row;
}
