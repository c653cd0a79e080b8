import { Judge } from "./judge";
import { type DraftFacts, judgedRow, START } from "./judged-row";
import type { Signal } from "./model";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { sigmoid } from "./softmax";

/**
 * Outcomes after which half of a rise is believed. A fall is believed at once: with few outcomes a
 * desk that claims too little is safer than one that claims too much.
 */
const HALF_RISE = 30;

/** How confidence is judged as of one moment; later outcomes change nothing of it. */
export interface Calibration {
  /** Drafts whose end is known. With none, nothing is changed. */
  outcomes: number;
  /** @returns a probability in 0..1; 0 when a fact is no number */
  confidence(facts: DraftFacts): number;
}

/** Learns from how drafts ended how far the desk's own confidence can be trusted. */
export class Calibrator {
  private readonly judge = new Judge({
    name: "desk.confidence",
    start: START,
    rate: 0.05,
    kept: 2000,
    replays: 8,
  });
  private outcomes = 0;
  /** The same, with weak outcomes counted by their weight. */
  private mass = 0;

  get outcomeCount(): number {
    return this.outcomes;
  }

  /** A row of another shape, from an older version of the code, teaches nothing. */
  learn({ row, right, weight }: Signal & { type: "judged" }): void {
    const usable = row.length === START.length && row.every(Number.isFinite) && weight > 0;
    if (!usable || !Number.isFinite(weight)) return;
    this.judge.learn(Float64Array.from(row), right, weight);
    this.outcomes++;
    this.mass += Math.min(1, weight);
  }

  calibration(): Calibration {
    const weights = this.judge.describe();
    const trust = this.mass / (this.mass + HALF_RISE);
    return {
      outcomes: this.outcomes,
      confidence(facts) {
        const row = judgedRow(facts);
        if (row === null) return 0;
        const before = dot(START, row);
        const after = dot(weights, row);
        const rise = after - before;
        const judged = sigmoid(rise > 0 ? before + trust * rise : after);
        return Number.isFinite(judged) ? judged : 0;
      },
    };
  }

  save(to: SnapshotWriter): void {
    to.number("desk.outcomes", this.outcomes);
    to.number("desk.mass", this.mass);
    this.judge.save(to);
  }

  /** @throws {RangeError} when the snapshot holds none, or one of another shape */
  load(from: SnapshotReader): void {
    this.outcomes = from.number("desk.outcomes");
    this.mass = from.number("desk.mass");
    this.judge.load(from);
    if (this.judge.describe().length !== START.length) throw new RangeError("other judged rows");
  }
}

function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += (weights[k] ?? 0) * (row[k] ?? 0);
  return sum;
}
