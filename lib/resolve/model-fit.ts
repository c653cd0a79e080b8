import { sigmoid } from "./weigh";

export type Outcome = { row: readonly number[]; right: boolean; weight: number };

/** How strongly the start holds: as if so many outcomes had spoken for each weight. */
const PRIOR = 4;
const STEPS = 200;
const RATE = 0.5;
/** A verdict on a sampled draft stands for many; one alone must not turn everything. */
const MOST_WEIGHT = 5;

/**
 * Logistic regression with a Gaussian prior around `start`, fitted anew from the outcomes: the
 * probability that a draft is right. Without outcomes it is what `start` makes of the row.
 *
 * @param outcomes those of another length (of another version) are left out
 */
export function fitted(start: readonly number[], outcomes: readonly Outcome[]): number[] {
  const known = outcomes.filter(
    ({ row }) => row.length === start.length && row.every(Number.isFinite),
  );
  const weights = [...start];
  const squares = new Array<number>(start.length).fill(0);
  for (let step = 0; step < STEPS && known.length > 0; step++) {
    const gradient = weights.map((weight, k) => PRIOR * (weight - (start[k] ?? 0)));
    for (const { row, right, weight } of known) {
      const error = Math.min(MOST_WEIGHT, weight) * (probability(weights, row) - (right ? 1 : 0));
      for (let k = 0; k < gradient.length; k++) {
        gradient[k] = (gradient[k] ?? 0) + error * (row[k] ?? 0);
      }
    }
    for (let k = 0; k < weights.length; k++) {
      const slope = gradient[k] ?? 0;
      const square = (squares[k] ?? 0) + slope * slope;
      squares[k] = square;
      weights[k] = (weights[k] ?? 0) - (RATE * slope) / Math.sqrt(square + 1);
    }
  }
  return weights;
}

export const probability = (weights: readonly number[], row: readonly number[]): number =>
  sigmoid(row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0));
