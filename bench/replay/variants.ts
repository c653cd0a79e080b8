import { Engine, Random } from "../../lib/predictor";
import type { Prediction } from "../../lib/predictor/model";
import type { Row } from "./csv";
import { auroc, sends } from "./figures";
import { progress } from "./progress";
import { playStream, type StreamResult, shuffled } from "./stream";

/** Categories known on the first day, and how many appear with each thousand tickets. */
const FIRST_CATEGORIES = 30;
const NEW_PER_THOUSAND = 6;
/** Share of the categories that is never seen in training (27 of 77). */
const HELD_OUT = 0.35;
/** Share of the categories whose answer is replaced half-way. */
const REPLACED = 0.15;

/** By how many tickets taught it before; absent when no such ticket came. */
export interface NewAnswers {
  after1?: number;
  after2?: number;
  after5to9?: number;
}

export interface Unseen {
  /** How well novelty tells never-seen kinds from known ones. */
  auroc: number;
  /** Share of the never-seen kinds that would be answered without a person: all wrong. */
  wronglyAuto: number;
  /** Share of the known kinds that would be answered without a person. */
  autoShare: number;
}

export interface Replaced {
  /** Predictions of an answer after it was retired; must be 0. */
  retiredUsed: number;
  /** Right from the second ticket of the new answer on. */
  rightFromSecond: number;
  /** Right on the second ticket alone. */
  rightOnSecond: number;
}

function categoriesOf(rows: readonly Row[], seed: number): string[] {
  return shuffled([...new Set(rows.map((row) => row.category))].sort(), seed ^ 0xca7);
}

/**
 * All rows, in an order in which categories appear over time: each ticket is drawn from the waiting
 * ones of the categories that have appeared, so a late category asks more often at first.
 */
export function withLateCategories(rows: readonly Row[], seed: number): Row[] {
  const random = new Random(seed ^ 0x1a7e);
  const wave = new Map(
    categoriesOf(rows, seed).map((category, i) => [
      category,
      Math.max(0, Math.floor((i - FIRST_CATEGORIES) / NEW_PER_THOUSAND) + 1),
    ]),
  );
  const later = [...rows];
  const waiting: Row[] = [];
  const out: Row[] = [];
  for (let day = 0; out.length < rows.length; day++) {
    for (let i = later.length - 1; i >= 0; i--) {
      const row = later[i];
      if (row === undefined || (wave.get(row.category) ?? 0) > day) continue;
      waiting.push(row);
      later.splice(i, 1);
    }
    const until = later.length === 0 ? rows.length : (day + 1) * 1000;
    while (out.length < until && waiting.length > 0) {
      const [row] = waiting.splice(random.int(waiting.length), 1);
      if (row !== undefined) out.push(row);
    }
  }
  return out;
}

/** How soon answers that appeared in a running desk were predicted, by tickets taught before. */
export function newAnswerFigures(
  rows: readonly Row[],
  { rows: outcomes }: StreamResult,
): NewAnswers | undefined {
  const start = new Set(rows.slice(0, 1000).map((row) => row.category));
  const seen = new Map<string, number>();
  const tally = Array.from({ length: 10 }, () => ({ n: 0, right: 0 }));
  rows.forEach(({ category }, i) => {
    const before = seen.get(category) ?? 0;
    seen.set(category, before + 1);
    const cell = tally[before];
    if (start.has(category) || cell === undefined) return;
    cell.n++;
    if (outcomes[i]?.right) cell.right++;
  });
  const rate = (from: number, to: number) => {
    const cells = tally.slice(from, to + 1);
    const n = cells.reduce((sum, cell) => sum + cell.n, 0);
    return n === 0 ? undefined : cells.reduce((sum, cell) => sum + cell.right, 0) / n;
  };
  const found = { after1: rate(1, 1), after2: rate(2, 2), after5to9: rate(5, 9) };
  return Object.values(found).some((value) => value !== undefined) ? found : undefined;
}

/** Learns some categories only, then asks about all. */
export function playUnseen(
  train: readonly Row[],
  test: readonly Row[],
  seed: number,
): Unseen | undefined {
  const categories = categoriesOf(train, seed);
  const held = new Set(categories.slice(0, Math.round(categories.length * HELD_OUT)));
  const { engine } = playStream(
    train.filter((row) => !held.has(row.category)),
    { seed, name: "kinds never seen" },
  );
  const asked = test.map((row) => ({
    unseen: held.has(row.category) || row.outOfScope,
    prediction: engine.predict(row.text),
  }));
  const unseen = asked.filter((row) => row.unseen).map((row) => row.prediction);
  const known = asked.filter((row) => !row.unseen).map((row) => row.prediction);
  return unseenFigures(unseen, known);
}

/** Absent where there is nothing to tell apart. */
export function unseenFigures(
  unseen: readonly Prediction[],
  known: readonly Prediction[],
): Unseen | undefined {
  if (unseen.length === 0 || known.length === 0) return undefined;
  const share = (predictions: readonly Prediction[]) =>
    predictions.filter(sends).length / predictions.length;
  return {
    auroc: auroc(
      unseen.map((p) => p.novelty),
      known.map((p) => p.novelty),
    ),
    wronglyAuto: share(unseen),
    autoShare: share(known),
  };
}

/** Retires some answers half-way; from then on people give another answer in their place. */
export function playReplaced(train: readonly Row[], seed: number): Replaced {
  const categories = categoriesOf(train, seed);
  const retired = new Set(categories.slice(0, Math.ceil(categories.length * REPLACED)));
  const half = Math.floor(train.length / 2);
  const engine = new Engine(seed);
  playStream(train.slice(0, half), { seed, name: "before answers are replaced" }, engine);
  for (const answer of retired) engine.learn({ type: "retired", id: `retire-${answer}`, answer });
  let retiredUsed = 0;
  const seen = new Map<string, number>();
  const later = { n: 0, right: 0 };
  const second = { n: 0, right: 0 };
  const tell = progress("after answers are replaced", train.length - half);
  train.slice(half).forEach(({ text, category }, i) => {
    tell(i + 1);
    const answer = retired.has(category) ? `${category} (new)` : category;
    const prediction = engine.predict(text);
    const proposed = prediction.candidates.map((candidate) => candidate.answer);
    if (proposed.some((one) => retired.has(one))) retiredUsed++;
    const right = proposed[0] === answer;
    const before = seen.get(answer) ?? 0;
    seen.set(answer, before + 1);
    if (answer !== category && before >= 1) {
      for (const tally of before === 1 ? [later, second] : [later]) {
        tally.n++;
        if (right) tally.right++;
      }
    }
    engine.learn({ type: "answered", id: `later-${i}`, text, answer, accepted: right, weight: 1 });
  });
  const rate = ({ n, right }: typeof later) => right / Math.max(1, n);
  return { retiredUsed, rightFromSecond: rate(later), rightOnSecond: rate(second) };
}
