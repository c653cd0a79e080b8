import { Belief } from "./belief";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";

const KEPT = 300;
/** The threshold before it is learned, and the limits between which it moves. */
const START = 0.5;
const LOWEST = 0.05;
const HIGHEST = 0.9;

/**
 * Tells questions of no known kind from known ones. It learns from kinds that really were new and
 * from masked decisions: the same question decided again as if its true answer had never been seen.
 *
 * The threshold is not fixed: it holds back at most a given share of the answers that were right.
 */
export class NoveltyGate {
  private readonly judge: Belief;
  /** Novelty of the latest confident and right decisions. */
  private scores: number[] = [];
  private next = 0;
  threshold = START;

  /** @param caution share of the confident and right answers that the gate may hold back */
  constructor(
    start: readonly number[],
    private readonly caution: number,
  ) {
    this.judge = new Belief({ name: "novelty", start, doubt: 1, memory: 0.9998 });
  }

  /** @returns 0..1; 1 when it can't be told */
  probability(row: Float64Array): number {
    const novelty = this.judge.probability(row);
    return Number.isFinite(novelty) ? novelty : 1;
  }

  learn(row: Float64Array, novel: boolean, weight: number): void {
    this.judge.learn(row, novel, weight);
  }

  /** A confident decision turned out right: what the gate says of such must stay below it. */
  passed(novelty: number): void {
    this.scores[this.next % KEPT] = novelty;
    this.next++;
    if (this.scores.length < 50) return;
    const sorted = Float64Array.from(this.scores).sort();
    const quantile = sorted[Math.floor((1 - this.caution) * (sorted.length - 1))] ?? START;
    this.threshold = Math.min(HIGHEST, Math.max(LOWEST, quantile));
  }

  save(to: SnapshotWriter): void {
    this.judge.save(to);
    to.array("gate.scores", Float64Array.from(this.scores));
    to.number("gate.next", this.next);
    to.number("gate.threshold", this.threshold);
  }

  load(from: SnapshotReader): void {
    this.judge.load(from);
    this.scores = [...from.doubles("gate.scores")];
    this.next = from.number("gate.next");
    this.threshold = from.number("gate.threshold");
  }
}
