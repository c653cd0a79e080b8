import { type Bag, BUCKETS, bagOf } from "./features";

/** A text as a direction: weights of its features, of length 1; empty for a text without words. */
export type Direction = ReadonlyMap<number, number>;

/** Texts without any of the words that every desk is taken to have read: else, of the first few, what all say would count for nothing. */
const READ_BEFORE = 20;
/** Length given to words and pairs, and to runs of characters; together they have length 1. */
const GROUP = Math.SQRT1_2;

/**
 * Likeness of texts by the predictor's features, on its own: no state, no answers. A feature weighs
 * by how rare it is among `usual` texts.
 *
 * @returns directions of texts; their likeness is the `cosine`
 */
export function directions(usual: readonly string[]): (text: string) => Direction {
  const holding = new Map<number, number>();
  for (const text of usual) {
    for (const feature of featuresOf(bagOf(text))) {
      holding.set(feature, (holding.get(feature) ?? 0) + 1);
    }
  }
  const all = usual.length + READ_BEFORE;
  const rarity = (feature: number) => Math.log(all / Math.max(1, holding.get(feature) ?? 0));
  return (text) => {
    const bag = bagOf(text);
    const features = featuresOf(bag);
    const weights = features.map(
      (feature, at) => (1 + Math.log(bag.counts[at] ?? 1)) * rarity(feature),
    );
    const words = scale(weights.slice(0, bag.split));
    const runs = scale(weights.slice(bag.split));
    return new Map(
      features.map((feature, at) => [
        feature,
        (weights[at] ?? 0) * (at < bag.split ? words : runs),
      ]),
    );
  };
}

/** What texts have in common: their mean direction. */
export function middle(of: readonly Direction[]): Direction {
  const sum = new Map<number, number>();
  for (const direction of of) {
    for (const [feature, weight] of direction) {
      sum.set(feature, (sum.get(feature) ?? 0) + weight);
    }
  }
  const length = lengthOf(sum.values()) || 1;
  return new Map([...sum].map(([feature, weight]) => [feature, weight / length]));
}

/** 0 (nothing in common) to 1 (the same). */
export function cosine(a: Direction, b: Direction): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of few) sum += weight * (many.get(feature) ?? 0);
  return Math.min(1, sum);
}

/** Words and runs share the hash's numbers, so runs stand behind them. */
const featuresOf = ({ ids, split }: Bag): number[] =>
  Array.from(ids, (id, at) => (at < split ? id : id + BUCKETS));

function lengthOf(weights: Iterable<number>): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return Math.sqrt(squares);
}

const scale = (weights: Iterable<number>): number => {
  const length = lengthOf(weights);
  return length > 0 ? GROUP / length : 0;
};
