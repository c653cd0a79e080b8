import { ClassTable } from "./class-table";
import type { Bag } from "./features";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { sigmoid } from "./softmax";

/** 2^14 buckets; at most 2^20 cells (4 MB) in each of two tables, from 64 labels on with fewer rows. */
const SIZE = { rows: 1 << 14, width: 8, cells: 1 << 20 };
const RATE = 0.5;
/** Log-odds of a label that no word speaks for: about 5 in 100. */
const START = -3;
/** Gradients below this move nothing that matters. */
const NEGLIGIBLE = 2e-3;

/**
 * One logistic regression per label over hashed tf-idf, AdaGrad step sizes: unlike a softmax it may
 * say that none fits, or several.
 *
 * @see J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods", JMLR 12 (2011), 2121-2159
 */
export class LabelLinear {
  private readonly weights: ClassTable;
  private readonly squares: ClassTable;
  private labels = 0;

  constructor(private readonly name: string) {
    this.weights = new ClassTable(`${name}.weights`, SIZE);
    this.squares = new ClassTable(`${name}.squares`, SIZE);
  }

  fit(labels: number): void {
    this.labels = labels;
    this.weights.fit(labels);
    this.squares.fit(labels);
  }

  /** Probability of each label by itself. */
  score(bag: Bag, values: Float32Array): Float64Array {
    const scores = new Float64Array(this.labels).fill(START);
    const { data } = this.weights;
    for (let i = 0; i < values.length; i++) {
      const at = this.weights.start(bag.ids[i] ?? 0);
      const value = values[i] ?? 0;
      for (let c = 0; c < scores.length; c++) {
        scores[c] = (scores[c] ?? 0) + value * (data[at + c] ?? 0);
      }
    }
    return scores.map(sigmoid);
  }

  /** One step towards `target`, and away from the others. */
  step(bag: Bag, values: Float32Array, target: number, weight: number): void {
    const errors = this.score(bag, values);
    const moved: number[] = [];
    for (let c = 0; c < errors.length; c++) {
      const error = weight * ((errors[c] ?? 0) - (c === target ? 1 : 0));
      errors[c] = error;
      if (Math.abs(error) > NEGLIGIBLE) moved.push(c);
    }
    const { data } = this.weights;
    const squares = this.squares.data;
    for (let i = 0; i < values.length; i++) {
      const at = this.weights.start(bag.ids[i] ?? 0);
      const value = values[i] ?? 0;
      for (const c of moved) {
        const gradient = value * (errors[c] ?? 0);
        const square = (squares[at + c] ?? 0) + gradient * gradient;
        squares[at + c] = square;
        data[at + c] = (data[at + c] ?? 0) - (RATE * gradient) / Math.sqrt(square + 1e-4);
      }
    }
  }

  save(to: SnapshotWriter): void {
    to.number(`${this.name}.labels`, this.labels);
    this.weights.save(to);
    this.squares.save(to);
  }

  load(from: SnapshotReader): void {
    this.labels = from.number(`${this.name}.labels`);
    this.weights.load(from);
    this.squares.load(from);
  }
}
