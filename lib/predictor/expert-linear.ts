import { ClassTable } from "./class-table";
import type { Bag } from "./features";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { logSoftmax } from "./softmax";

const RATE = 0.5;
/** Gradients below this move nothing that matters, and skipping them saves most of the work. */
const NEGLIGIBLE = 2e-3;

/**
 * Softmax regression over hashed tf-idf, one gradient step per call, AdaGrad step sizes.
 *
 * @see J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods", JMLR 12 (2011), 2121-2159
 */
export class LinearExpert {
  private readonly weights = new ClassTable("linear.weights");
  private readonly squares = new ClassTable("linear.squares");
  private classes = 0;

  fit(classes: number): void {
    this.classes = classes;
    this.weights.fit(classes);
    this.squares.fit(classes);
  }

  /** Unnormalised scores, one per answer. */
  score(bag: Bag, values: Float32Array): Float64Array {
    const scores = new Float64Array(this.classes);
    const { data } = this.weights;
    for (let i = 0; i < values.length; i++) {
      const at = this.weights.start(bag.ids[i] ?? 0);
      const value = values[i] ?? 0;
      for (let c = 0; c < scores.length; c++) {
        scores[c] = (scores[c] ?? 0) + value * (data[at + c] ?? 0);
      }
    }
    return scores;
  }

  /** One step towards `target`. */
  step(bag: Bag, values: Float32Array, target: number): void {
    const errors = this.score(bag, values);
    logSoftmax(errors);
    const moved: number[] = [];
    for (let c = 0; c < errors.length; c++) {
      const error = Math.exp(errors[c] ?? 0) - (c === target ? 1 : 0);
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
    to.number("linear.classes", this.classes);
    this.weights.save(to);
    this.squares.save(to);
  }

  load(from: SnapshotReader): void {
    this.classes = from.number("linear.classes");
    this.weights.load(from);
    this.squares.load(from);
  }
}
