import { type Candidates, COLUMNS, type Column, WIDTH } from "./candidates";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";

/** What is believed before the first ticket: experts are heard alike, titles and BM25 rank articles. */
const START: Partial<Record<Column, number>> = {
  linear: 0.6,
  net: 0.4,
  twin: 0.4,
  bayes: 0.4,
  vote: 0.8,
  best: 1,
  centroid: 1,
  agree: 1,
  youthVote: 0.3,
  youthBest: 0.5,
  title: 2,
  passage: 2,
  bm25: 1,
  fused: 2,
  coldTitle: 3,
  coldPassage: 3,
  coldBm25: 5,
  coldFused: 4,
  none: 0.5,
  noneYoung: 1,
};

const RATE = 0.05;
/** Decisions kept to learn from again, and how many are taken per ticket. */
const KEPT = 400;
const REPLAYS = 4;

interface Decision {
  rows: Float64Array;
  target: number;
}

/**
 * Conditional logit over the candidates of a ticket with one weight per column.
 *
 * @see D. McFadden, "Conditional logit analysis of qualitative choice behavior", 1973
 */
export class Ranker {
  private weights = Float64Array.from(COLUMNS, (column) => START[column] ?? 0);
  private squares = new Float64Array(WIDTH);
  private kept: Decision[] = [];
  private next = 0;

  /** Probability of each candidate, "none of these" included; they add up to 1. */
  probabilities(rows: Float64Array): Float64Array {
    const scores = new Float64Array(rows.length / WIDTH);
    let top = -Infinity;
    for (let i = 0; i < scores.length; i++) {
      let score = 0;
      for (let k = 0; k < WIDTH; k++) score += (this.weights[k] ?? 0) * (rows[i * WIDTH + k] ?? 0);
      scores[i] = score;
      if (score > top) top = score;
    }
    let sum = 0;
    for (let i = 0; i < scores.length; i++) {
      const share = Math.exp((scores[i] ?? 0) - top);
      scores[i] = share;
      sum += share;
    }
    return scores.map((share) => share / sum);
  }

  /** Learns which candidate was right, and goes over some earlier decisions again. */
  learn(candidates: Candidates, target: number): void {
    const decision = { rows: candidates.rows, target };
    this.step(decision);
    for (let i = 0; i < REPLAYS && this.kept.length > 0; i++) {
      const pick = (this.next * 7919 + i * 104729) % this.kept.length;
      const earlier = this.kept[pick];
      if (earlier !== undefined) this.step(earlier);
    }
    this.kept[this.next % KEPT] = decision;
    this.next++;
  }

  private step({ rows, target }: Decision): void {
    const shares = this.probabilities(rows);
    for (let k = 0; k < WIDTH; k++) {
      let gradient = -(rows[target * WIDTH + k] ?? 0);
      for (let i = 0; i < shares.length; i++) {
        gradient += (shares[i] ?? 0) * (rows[i * WIDTH + k] ?? 0);
      }
      const square = (this.squares[k] ?? 0) + gradient * gradient;
      this.squares[k] = square;
      const weight = this.weights[k] ?? 0;
      this.weights[k] = weight - (RATE * gradient) / Math.sqrt(square + 1);
    }
  }

  /** Weights by column, for people who want to see what the engine trusts. */
  describe(): Record<string, number> {
    return Object.fromEntries(COLUMNS.map((column, k) => [column, this.weights[k] ?? 0]));
  }

  save(to: SnapshotWriter): void {
    to.array("ranker.weights", this.weights);
    to.array("ranker.squares", this.squares);
    to.number("ranker.next", this.next);
    to.value(
      "ranker.kept",
      this.kept.map(({ rows, target }) => ({ target, rows: [...rows] })),
    );
  }

  load(from: SnapshotReader): void {
    this.weights = from.doubles("ranker.weights") as Float64Array<ArrayBuffer>;
    this.squares = from.doubles("ranker.squares") as Float64Array<ArrayBuffer>;
    this.next = from.number("ranker.next");
    this.kept = from
      .value<{ rows: number[]; target: number }[]>("ranker.kept")
      .map(({ rows, target }) => ({ rows: Float64Array.from(rows), target }));
  }
}
