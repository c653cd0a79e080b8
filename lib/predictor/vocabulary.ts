import { type Bag, BUCKETS } from "./features";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";

/** 1 + ln(count): the tenth mention of a word says little more than the third. */
export const SUBLINEAR = Float32Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
);

/** Length given to each group of features; together they have length 1. */
const GROUP_SCALE = Math.SQRT1_2;

/** How many texts hold each feature: the running inverse document frequency. */
export class Vocabulary {
  private texts = 0;
  private readonly holding = new Float32Array(BUCKETS);

  constructor(private readonly name = "vocabulary") {}

  add(bag: Bag): void {
    this.texts++;
    for (const id of bag.ids) this.holding[id] = (this.holding[id] ?? 0) + 1;
  }

  /** Smoothed inverse document frequency, at least 1. */
  rarity(id: number): number {
    return 1 + Math.log((1 + this.texts) / (1 + (this.holding[id] ?? 0)));
  }

  /** Texts that hold this feature. */
  seen(id: number): number {
    return this.holding[id] ?? 0;
  }

  /** Inverse lengths of the two groups of a bag, by which `weigh` divides. */
  scales(bag: Bag): { words: number; runs: number } {
    let words = 0;
    let runs = 0;
    for (let i = 0; i < bag.ids.length; i++) {
      const value = (SUBLINEAR[bag.counts[i] ?? 0] ?? 0) * this.rarity(bag.ids[i] ?? 0);
      if (i < bag.split) words += value * value;
      else runs += value * value;
    }
    return {
      words: words > 0 ? GROUP_SCALE / Math.sqrt(words) : 0,
      runs: runs > 0 ? GROUP_SCALE / Math.sqrt(runs) : 0,
    };
  }

  /** Sublinear tf-idf in the order of `bag.ids`, length 1 (or 0 for an empty text). */
  weigh(bag: Bag): Float32Array {
    const { words, runs } = this.scales(bag);
    const values = new Float32Array(bag.ids.length);
    for (let i = 0; i < values.length; i++) {
      const value = (SUBLINEAR[bag.counts[i] ?? 0] ?? 0) * this.rarity(bag.ids[i] ?? 0);
      values[i] = value * (i < bag.split ? words : runs);
    }
    return values;
  }

  /** Share of the weight of words and pairs that no earlier text held, 0..1. */
  unknownShare(bag: Bag): number {
    let all = 0;
    let unknown = 0;
    for (let i = 0; i < bag.split; i++) {
      const weight = this.rarity(bag.ids[i] ?? 0);
      all += weight;
      if ((this.holding[bag.ids[i] ?? 0] ?? 0) === 0) unknown += weight;
    }
    return all > 0 ? unknown / all : 1;
  }

  save(to: SnapshotWriter): void {
    to.number(`${this.name}.texts`, this.texts);
    to.sparse(`${this.name}.holding`, this.holding, 1);
  }

  load(from: SnapshotReader): void {
    this.texts = from.number(`${this.name}.texts`);
    from.sparse(`${this.name}.holding`, this.holding, 1);
  }
}
