import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { sigmoid } from "./softmax";

interface Verdict {
  row: Float64Array;
  right: boolean;
  weight: number;
}

interface Settings {
  name: string;
  /** Weights before any outcome: what is believed of a new desk. */
  start: readonly number[];
  rate: number;
  kept: number;
  replays: number;
}

/**
 * Online logistic regression: the probability that something is so, from a row of numbers. Each
 * verdict is learned at once, together with some earlier ones.
 */
export class Judge {
  private weights: Float64Array;
  private squares: Float64Array;
  private kept: Verdict[] = [];
  private next = 0;

  constructor(private readonly settings: Settings) {
    this.weights = Float64Array.from(settings.start);
    this.squares = new Float64Array(settings.start.length);
  }

  probability(row: Float64Array): number {
    let score = 0;
    for (let k = 0; k < row.length; k++) score += (this.weights[k] ?? 0) * (row[k] ?? 0);
    return sigmoid(score);
  }

  /** @param weight how many verdicts this one stands for: 1 over its chance of being asked about */
  learn(row: Float64Array, right: boolean, weight = 1): void {
    const verdict = { row, right, weight };
    this.step(verdict);
    for (let i = 0; i < this.settings.replays && this.kept.length > 0; i++) {
      const pick = (this.next * 7919 + i * 104729) % this.kept.length;
      const earlier = this.kept[pick];
      if (earlier !== undefined) this.step(earlier);
    }
    this.kept[this.next % this.settings.kept] = verdict;
    this.next++;
  }

  private step({ row, right, weight }: Verdict): void {
    const error = weight * (this.probability(row) - (right ? 1 : 0));
    for (let k = 0; k < row.length; k++) {
      const gradient = error * (row[k] ?? 0);
      const square = (this.squares[k] ?? 0) + gradient * gradient;
      this.squares[k] = square;
      const before = this.weights[k] ?? 0;
      this.weights[k] = before - (this.settings.rate * gradient) / Math.sqrt(square + 1);
    }
  }

  describe(): number[] {
    return [...this.weights];
  }

  save(to: SnapshotWriter): void {
    const { name } = this.settings;
    to.array(`${name}.weights`, this.weights);
    to.array(`${name}.squares`, this.squares);
    to.number(`${name}.next`, this.next);
    to.value(
      `${name}.kept`,
      this.kept.map((verdict) => ({ ...verdict, row: [...verdict.row] })),
    );
  }

  load(from: SnapshotReader): void {
    const { name } = this.settings;
    this.weights = from.doubles(`${name}.weights`) as Float64Array<ArrayBuffer>;
    this.squares = from.doubles(`${name}.squares`) as Float64Array<ArrayBuffer>;
    this.next = from.number(`${name}.next`);
    this.kept = from
      .value<{ row: number[]; right: boolean; weight: number }[]>(`${name}.kept`)
      .map((verdict) => ({ ...verdict, row: Float64Array.from(verdict.row) }));
  }
}
