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

/** How a question's words (or runs) are known, as shares of their weight, 0..1. */
export interface Strangeness {
  /** In no example of an allowed answer. */
  unknown: number;
  /** The same, counting what few examples hold in part. */
  rare: number;
  /** The same for the examples of one answer. */
  rareToAnswer: number;
  /** That answer's part of what all examples hold of it. */
  owned: number;
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

  /**
   * How strange the words and runs of a text are to the allowed answers, and to one of them.
   *
   * What only forbidden answers hold counts as never read, so that a masked answer takes its words
   * with it, as if its tickets had never come.
   *
   * @param to per answer: where its evidence counts, -1 for nowhere
   */
  strangeness(
    bag: Bag,
    values: Float32Array,
    to: Int32Array,
    answer: number,
  ): { words: Strangeness; runs: Strangeness } {
    return {
      words: this.strange(bag.ids.subarray(0, bag.split), values, to, answer),
      runs: this.strange(bag.ids.subarray(bag.split), values.subarray(bag.split), to, answer),
    };
  }

  private strange(
    ids: Uint16Array,
    values: Float32Array,
    to: Int32Array,
    answer: number,
  ): Strangeness {
    const { data } = this.sums;
    const sums = { unknown: 0, rare: 0, rareToAnswer: 0, owned: 0 };
    let all = 0;
    for (let i = 0; i < ids.length; i++) {
      const value = values[i] ?? 0;
      if (value === 0) continue;
      const at = this.sums.start(ids[i] ?? 0);
      let held = 0;
      let own = 0;
      for (let c = 0; c < to.length; c++) {
        const target = to[c] ?? -1;
        if (target < 0) continue;
        const sum = data[at + c] ?? 0;
        held += sum;
        if (target === answer) own += sum;
      }
      const weight = value * value;
      all += weight;
      if (held === 0) sums.unknown += weight;
      else sums.owned += (weight * own) / held;
      sums.rare += weight / (1 + held / value);
      sums.rareToAnswer += weight / (1 + own / value);
    }
    if (all === 0) return { unknown: 1, rare: 1, rareToAnswer: 1, owned: 0 };
    return {
      unknown: sums.unknown / all,
      rare: sums.rare / all,
      rareToAnswer: sums.rareToAnswer / all,
      owned: sums.owned / all,
    };
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
