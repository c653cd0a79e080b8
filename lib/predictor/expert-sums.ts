import { ClassTable } from "./class-table";
import type { Bag } from "./features";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";

/** Added to every word weight of every answer, so that a new word rules nothing out. */
const PRIOR = 0.01;

/** By answer. */
export interface SumsScores {
  /** Log-likelihood of the text up to a constant. */
  bayes: Float64Array;
  /** Cosine with the centre of its examples, 0..1. */
  centroid: Float64Array;
  /** Share of the weight of the words and pairs that stand in any of its examples, 0..1. */
  covered: Float64Array;
}

/**
 * Sums of the tf-idf vectors per answer, read in two ways: as naive Bayes with weights in place of
 * counts, and as class centroids.
 *
 * @see J. Rennie et al., "Tackling the poor assumptions of naive Bayes text classifiers", ICML 2003
 */
export class SumsExpert {
  private readonly sums = new ClassTable("sums.sums");
  private totals = new Float64Array(32);
  private squares = new Float64Array(32);
  private classes = 0;

  fit(classes: number): void {
    this.classes = classes;
    this.sums.fit(classes);
    if (classes <= this.totals.length) return;
    const grow = (old: Float64Array<ArrayBuffer>) => {
      const bigger = new Float64Array(2 * classes);
      bigger.set(old);
      return bigger;
    };
    this.totals = grow(this.totals);
    this.squares = grow(this.squares);
  }

  /**
   * @param sign 1 adds an example to its answer, -1 takes a forgotten one out again (with the
   *   weights of now, so small remainders are cut off at 0)
   */
  add(bag: Bag, values: Float32Array, target: number, sign: 1 | -1): void {
    const { data } = this.sums;
    let total = this.totals[target] ?? 0;
    let square = this.squares[target] ?? 0;
    for (let i = 0; i < values.length; i++) {
      const at = this.sums.start(bag.ids[i] ?? 0) + target;
      const old = data[at] ?? 0;
      const sum = Math.max(0, old + sign * (values[i] ?? 0));
      data[at] = sum;
      total += sum - old;
      square += sum * sum - old * old;
    }
    this.totals[target] = Math.max(0, total);
    this.squares[target] = Math.max(0, square);
  }

  /**
   * Both readings of the sums, and what part of the question each answer's examples cover.
   */
  score(bag: Bag, values: Float32Array): SumsScores {
    const bayes = new Float64Array(this.classes);
    const centroid = new Float64Array(this.classes);
    const covered = new Float64Array(this.classes);
    const { data } = this.sums;
    for (let i = 0; i < values.length; i++) {
      const at = this.sums.start(bag.ids[i] ?? 0);
      const value = values[i] ?? 0;
      for (let c = 0; c < bayes.length; c++) {
        const sum = data[at + c] ?? 0;
        if (sum === 0) continue;
        bayes[c] = (bayes[c] ?? 0) + value * Math.log(1 + sum / PRIOR);
        centroid[c] = (centroid[c] ?? 0) + value * sum;
        if (i < bag.split) covered[c] = (covered[c] ?? 0) + 2 * value * value;
      }
    }
    let length = 0;
    for (const value of values) length += value;
    for (let c = 0; c < bayes.length; c++) {
      const total = this.totals[c] ?? 0;
      bayes[c] = (bayes[c] ?? 0) - length * Math.log(1 + total / (PRIOR * 4096));
      const square = this.squares[c] ?? 0;
      centroid[c] = square > 0 ? (centroid[c] ?? 0) / Math.sqrt(square) : 0;
    }
    return { bayes, centroid, covered };
  }

  save(to: SnapshotWriter): void {
    to.number("sums.classes", this.classes);
    to.array("sums.totals", this.totals);
    to.array("sums.squares", this.squares);
    this.sums.save(to);
  }

  load(from: SnapshotReader): void {
    this.classes = from.number("sums.classes");
    this.totals = from.doubles("sums.totals") as Float64Array<ArrayBuffer>;
    this.squares = from.doubles("sums.squares") as Float64Array<ArrayBuffer>;
    this.sums.load(from);
  }
}
