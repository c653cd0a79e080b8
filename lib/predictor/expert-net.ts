import { type Bag, BUCKETS } from "./features";
import { Random } from "./random";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { logSoftmax } from "./softmax";

const RATE_IN = 0.3;
const RATE_OUT = 0.05;
const DROPOUT = 0.3;
const SMOOTHING = 0.02;
const NEGLIGIBLE = 1e-4;
const SPREAD = 1;

export interface NetSettings {
  name: string;
  seed: number;
  /** Hidden units. */
  hidden: number;
  /** Share of the features left out of each step, so that no single word decides. */
  inputDropout: number;
}

/**
 * A small network: tf-idf, one layer of rectified units, softmax. Dropout and label smoothing keep
 * it from memorising; input rows share one AdaGrad step size each, which saves half the memory.
 *
 * Rows start from random numbers that are drawn when a feature is first learned, so that an unused
 * hash bucket costs nothing in a snapshot.
 */
export class NetExpert {
  private classes = 0;
  private readonly hiddenUnits: number;
  private readonly input: Float32Array;
  private readonly inputSquares = new Float32Array(BUCKETS);
  private readonly bias: Float32Array;
  private output: Float32Array;
  private outputSquares: Float32Array;
  private readonly random: Random;

  constructor(private readonly settings: NetSettings) {
    const { hidden, seed } = settings;
    this.hiddenUnits = hidden;
    this.input = new Float32Array(BUCKETS * hidden);
    this.bias = new Float32Array(hidden);
    this.output = new Float32Array(64 * hidden);
    this.outputSquares = new Float32Array(64 * hidden);
    this.random = new Random(seed);
  }

  fit(classes: number): void {
    const width = this.hiddenUnits;
    this.classes = classes;
    if (classes * width <= this.output.length) return;
    const grow = (old: Float32Array) => {
      const bigger = new Float32Array(2 * classes * width);
      bigger.set(old);
      return bigger;
    };
    this.output = grow(this.output);
    this.outputSquares = grow(this.outputSquares);
  }

  private hidden(bag: Bag, values: Float32Array): Float32Array {
    const width = this.hiddenUnits;
    const units = this.bias.slice();
    const { input } = this;
    for (let i = 0; i < values.length; i++) {
      const at = (bag.ids[i] ?? 0) * width;
      const value = values[i] ?? 0;
      for (let h = 0; h < width; h++) units[h] = (units[h] ?? 0) + value * (input[at + h] ?? 0);
    }
    for (let h = 0; h < width; h++) if ((units[h] ?? 0) < 0) units[h] = 0;
    return units;
  }

  private scoreUnits(units: Float32Array): Float64Array {
    const width = this.hiddenUnits;
    const scores = new Float64Array(this.classes);
    const { output } = this;
    for (let c = 0; c < scores.length; c++) {
      const at = c * width;
      let sum = 0;
      for (let h = 0; h < width; h++) sum += (units[h] ?? 0) * (output[at + h] ?? 0);
      scores[c] = sum;
    }
    return scores;
  }

  /** Unnormalised scores, one per answer. */
  score(bag: Bag, values: Float32Array): Float64Array {
    return this.scoreUnits(this.hidden(bag, values));
  }

  /** One step towards `target`. */
  step(bag: Bag, allValues: Float32Array, target: number): void {
    const width = this.hiddenUnits;
    this.wake(bag);
    const values = this.thinned(allValues);
    const units = this.hidden(bag, values);
    for (let h = 0; h < width; h++) {
      const kept = this.random.next() >= DROPOUT;
      units[h] = kept ? (units[h] ?? 0) / (1 - DROPOUT) : 0;
    }
    const errors = this.scoreUnits(units);
    logSoftmax(errors);
    const floor = SMOOTHING / Math.max(1, this.classes);
    for (let c = 0; c < errors.length; c++) {
      const wanted = floor + (c === target ? 1 - SMOOTHING : 0);
      errors[c] = Math.exp(errors[c] ?? 0) - wanted;
    }
    const back = this.stepOutput(units, errors);
    this.stepInput(bag, values, units, back);
  }

  private thinned(values: Float32Array): Float32Array {
    const { inputDropout } = this.settings;
    if (inputDropout === 0) return values;
    return values.map((v) => (this.random.next() < inputDropout ? 0 : v / (1 - inputDropout)));
  }

  private stepOutput(units: Float32Array, errors: Float64Array): Float32Array {
    const width = this.hiddenUnits;
    const back = new Float32Array(width);
    const { output, outputSquares } = this;
    for (let c = 0; c < errors.length; c++) {
      const error = errors[c] ?? 0;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      const at = c * width;
      for (let h = 0; h < width; h++) {
        const unit = units[h] ?? 0;
        if (unit === 0) continue;
        back[h] = (back[h] ?? 0) + error * (output[at + h] ?? 0);
        const gradient = error * unit;
        const square = (outputSquares[at + h] ?? 0) + gradient * gradient;
        outputSquares[at + h] = square;
        output[at + h] = (output[at + h] ?? 0) - (RATE_OUT * gradient) / Math.sqrt(square + 1e-4);
      }
    }
    return back;
  }

  private stepInput(bag: Bag, values: Float32Array, units: Float32Array, back: Float32Array): void {
    const width = this.hiddenUnits;
    let power = 0;
    for (let h = 0; h < width; h++) {
      const slope = (units[h] ?? 0) > 0 ? (back[h] ?? 0) / (1 - DROPOUT) : 0;
      back[h] = slope;
      power += slope * slope;
      this.bias[h] = (this.bias[h] ?? 0) - 0.01 * slope;
    }
    power /= width;
    const { input } = this;
    for (let i = 0; i < values.length; i++) {
      const id = bag.ids[i] ?? 0;
      const value = values[i] ?? 0;
      if (value === 0) continue;
      const square = (this.inputSquares[id] ?? 0) + value * value * power;
      this.inputSquares[id] = square;
      const rate = (RATE_IN * value) / Math.sqrt(square + 1e-6);
      const at = id * width;
      for (let h = 0; h < width; h++) {
        input[at + h] = (input[at + h] ?? 0) - rate * (back[h] ?? 0);
      }
    }
  }

  /** Draws the first weights of features never learned before. */
  private wake(bag: Bag): void {
    const width = this.hiddenUnits;
    for (const id of bag.ids) {
      if ((this.inputSquares[id] ?? 0) > 0) continue;
      this.inputSquares[id] = 1e-12;
      for (let h = 0; h < width; h++) {
        this.input[id * width + h] = SPREAD * (this.random.next() * 2 - 1);
      }
    }
  }

  save(to: SnapshotWriter): void {
    const { name, hidden: width } = this.settings;
    to.number(`${name}.classes`, this.classes);
    to.number(`${name}.random`, this.random.state);
    to.sparse(`${name}.input`, this.input, width);
    to.sparse(`${name}.inputSquares`, this.inputSquares, 1);
    to.array(`${name}.bias`, this.bias);
    to.array(`${name}.output`, this.output);
    to.array(`${name}.outputSquares`, this.outputSquares);
  }

  load(from: SnapshotReader): void {
    const { name, hidden: width } = this.settings;
    this.classes = from.number(`${name}.classes`);
    this.random.state = from.number(`${name}.random`);
    from.sparse(`${name}.input`, this.input, width);
    from.sparse(`${name}.inputSquares`, this.inputSquares, 1);
    this.bias.set(from.floats(`${name}.bias`));
    this.output = from.floats(`${name}.output`);
    this.outputSquares = from.floats(`${name}.outputSquares`);
  }
}
