import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { sigmoid } from "./softmax";

interface Settings {
  name: string;
  /** Weights before any outcome: what is believed of a new desk. */
  start: readonly number[];
  /** Variance of that belief: how far outcomes may move a weight. */
  doubt: number;
  /** Share of what was learned that is kept per verdict, so that old desks still follow. */
  memory: number;
}

/** Halvings of the interval in which one step is sought; 2^-30 of it is left. */
const HALVINGS = 30;
/** Least curvature of a verdict: a certain one must still narrow the belief. */
const LEAST_CURVATURE = 1e-4;

/**
 * Online logistic regression: the probability that something is so, from a row of numbers.
 *
 * The belief about the weights is a normal distribution. Each verdict moves its centre to the most
 * probable weights and narrows it, so that every verdict counts once and none has to be kept.
 *
 * @see D. Spiegelhalter, S. Lauritzen, "Sequential updating of conditional probabilities on
 *   directed graphical structures", Networks 20 (1990), 579-605
 */
export class Belief {
  private weights: Float64Array;
  /** Covariance of the weights, row by row. */
  private spread: Float64Array;

  constructor(private readonly settings: Settings) {
    const width = settings.start.length;
    this.weights = Float64Array.from(settings.start);
    this.spread = new Float64Array(width * width);
    for (let k = 0; k < width; k++) this.spread[k * width + k] = settings.doubt;
  }

  probability(row: Float64Array): number {
    return sigmoid(this.score(row));
  }

  private score(row: Float64Array): number {
    let score = 0;
    for (let k = 0; k < row.length; k++) score += (this.weights[k] ?? 0) * (row[k] ?? 0);
    return score;
  }

  /** @param weight how many verdicts this one stands for: 1 over its chance of being asked about */
  learn(row: Float64Array, right: boolean, weight = 1): void {
    const width = this.weights.length;
    const towards = new Float64Array(width);
    let variance = 0;
    for (let i = 0; i < width; i++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (this.spread[i * width + k] ?? 0) * (row[k] ?? 0);
      towards[i] = sum;
      variance += sum * (row[i] ?? 0);
    }
    const score = this.score(row);
    if (!Number.isFinite(score) || !Number.isFinite(variance)) return;
    const step = stepFor(score, variance, right ? 1 : 0, weight);
    for (let k = 0; k < width; k++) {
      this.weights[k] = (this.weights[k] ?? 0) - step * (towards[k] ?? 0);
    }
    const probability = sigmoid(score - step * variance);
    const curvature = weight * Math.max(LEAST_CURVATURE, probability * (1 - probability));
    this.narrow(towards, curvature / (1 + curvature * variance));
  }

  /** Takes what was learned in one direction off the spread, and lets all of it fade a little. */
  private narrow(towards: Float64Array, gain: number): void {
    const { doubt, memory } = this.settings;
    const { spread } = this;
    const width = towards.length;
    const limit = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      const own = towards[i] ?? 0;
      const variance = ((spread[i * width + i] ?? 0) - gain * own * own) / memory;
      // What no verdict speaks of must not fade beyond the first belief.
      limit[i] = variance > doubt ? Math.sqrt(doubt / variance) : 1;
    }
    for (let i = 0; i < width; i++) {
      const scale = (limit[i] ?? 1) / memory;
      const own = gain * (towards[i] ?? 0);
      for (let k = 0; k < width; k++) {
        const at = i * width + k;
        spread[at] = ((spread[at] ?? 0) - own * (towards[k] ?? 0)) * scale * (limit[k] ?? 1);
      }
    }
  }

  save(to: SnapshotWriter): void {
    to.array(`${this.settings.name}.weights`, this.weights);
    to.array(`${this.settings.name}.spread`, this.spread);
  }

  load(from: SnapshotReader): void {
    this.weights = from.doubles(`${this.settings.name}.weights`) as Float64Array<ArrayBuffer>;
    this.spread = from.doubles(`${this.settings.name}.spread`) as Float64Array<ArrayBuffer>;
  }
}

/**
 * How far to go so that the new score is the most probable one: solves
 * step = weight * (sigmoid(score - step * variance) - target), whose sides cross once.
 */
function stepFor(score: number, variance: number, target: number, weight: number): number {
  const far = weight * (sigmoid(score) - target);
  let low = Math.min(0, far);
  let high = Math.max(0, far);
  for (let i = 0; i < HALVINGS; i++) {
    const step = (low + high) / 2;
    if (weight * (sigmoid(score - step * variance) - target) > step) low = step;
    else high = step;
  }
  return (low + high) / 2;
}
