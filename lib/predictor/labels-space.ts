import type { Bag } from "./features";
import { Judge } from "./judge";
import { LabelLinear } from "./labels-linear";
import type { LabelGuess } from "./model";
import { NeighbourIndex } from "./neighbours";
import { Random } from "./random";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import type { Vocabulary } from "./vocabulary";

/** Examples kept of one label; the oldest goes first, so that memory does not grow with the desk. */
const EXAMPLES = 48;
const REPLAYS = 10;
const NEAREST = 8;
const SHOWN = 3;
/** Support below which a label stays under one half, and outcomes below which a space is young. */
const FEW = 2;
const YOUNG = 20;
/** Highest confidence of a label with little support. */
const FEW_CAP = 0.49;
/** What a young space keeps of its confidence before the first outcome. */
const YOUNG_SHARE = 0.75;
/** Below this cosine a text has next to nothing in common with what was learned. */
const UNLIKE = 0.12;
/** Weight of a decision with the true label masked: what a kind that nobody has named looks like. */
const MASKED_WEIGHT = 0.1;

/** Names of the row that confidence is judged by, with what is believed before any outcome. */
const START = {
  bias: -3.6,
  fit: 2.4,
  margin: 1.2,
  similarity: 7,
  votes: 1.2,
  support: 0.4,
  unknownWords: -0.6,
};

type Decision = { top: number; second: number; row: Float64Array; similarity: number };
type Question = { bag: Bag; values: Float32Array; unknown: number };

/** One kind of label: what people call tickets, learned one at a time. */
export class SpaceModel {
  private readonly linear: LabelLinear;
  private readonly index: NeighbourIndex;
  private readonly judge: Judge;
  private readonly random: Random;
  private names: string[] = [];
  /** Weights of the examples of each label, summed: a correction counts 1. */
  private support: number[] = [];
  /** Tickets that were learned, by id: label, weight, and what it replaced. */
  private readonly told = new Map<string, { label: number; weight: number; not: string | null }>();
  private outcomes = 0;

  constructor(
    private readonly name: string,
    private readonly vocabulary: Vocabulary,
    seed: number,
  ) {
    this.linear = new LabelLinear(`${name}.linear`);
    this.index = new NeighbourIndex(`${name}.examples`, vocabulary);
    this.random = new Random(seed);
    this.judge = new Judge({
      name: `${name}.judge`,
      start: Object.values(START),
      rate: 0.05,
      kept: 400,
      replays: 4,
    });
  }

  predict(bag: Bag): LabelGuess | null {
    const question = this.question(bag);
    const similarities = this.index.similarities(bag, question.values);
    const decision = this.decide(question, similarities, -1);
    const label = this.names[decision.top];
    if (label === undefined) return null;
    const mine = this.index.nearest(
      similarities.map((value, slot) => (this.index.labelOf(slot) === decision.top ? value : 0)),
      SHOWN,
    );
    const evidence = mine.flatMap(({ slot, similarity }) => {
      const source = this.index.at(slot)?.source;
      return source === undefined ? [] : [{ source, similarity }];
    });
    const against = evidence.flatMap(({ source }) => this.told.get(source)?.not ?? []);
    return {
      label,
      confidence: this.confidence(decision),
      runnerUp: this.names[decision.second] ?? null,
      novel: decision.similarity < UNLIKE,
      evidence,
      examples: this.index.of(decision.top).length,
      against: [...new Set(against)].filter((other) => other !== label),
    };
  }

  learn(bag: Bag, source: string, label: string, weight: number, not: string | null): void {
    const before = this.told.get(source);
    const number = this.numberOf(label);
    // Said before of this ticket: a label that is let stand adds nothing to a correction.
    if (before && before.label === number && before.weight >= weight) return;
    if (before) this.forget(source);
    this.verdict(bag, number, weight);
    if (this.index.of(number).length >= EXAMPLES) this.dropOldest(number);
    this.index.add({ bag, label: number, source });
    this.told.set(source, { label: number, weight, not });
    this.support[number] = (this.support[number] ?? 0) + weight;
    this.outcomes += weight;
    this.linear.step(bag, this.vocabulary.weigh(bag), number, weight);
    this.replay();
  }

  /** Learns how far to trust a guess that was made before the label was known. */
  private verdict(bag: Bag, number: number, weight: number): void {
    const question = this.question(bag);
    const similarities = this.index.similarities(bag, question.values);
    const decision = this.decide(question, similarities, -1);
    if (decision.top >= 0) this.judge.learn(decision.row, decision.top === number, weight);
    const blind = this.decide(question, similarities, number);
    if (blind.top >= 0) this.judge.learn(blind.row, false, weight * MASKED_WEIGHT);
  }

  /** Some earlier examples again, label by label, so that frequent labels do not drown rare ones. */
  private replay(): void {
    const labels = this.index.labels();
    for (let i = 0; i < REPLAYS; i++) {
      const slots = this.index.of(labels[this.random.int(labels.length)] ?? 0);
      const example = this.index.at(slots[this.random.int(slots.length)] ?? -1);
      if (!example) continue;
      const weight = this.told.get(example.source)?.weight ?? 1;
      const values = this.vocabulary.weigh(example.bag);
      this.linear.step(example.bag, values, example.label, weight);
    }
  }

  private question(bag: Bag): Question {
    const values = this.vocabulary.weigh(bag);
    return { bag, values, unknown: this.vocabulary.unknownShare(bag) };
  }

  /** @param masked a label to leave out; -1: none */
  private decide(
    { bag, values, unknown }: Question,
    similarities: Float32Array,
    masked: number,
  ): Decision {
    const fits = this.linear.score(bag, values);
    const near = this.index.nearest(similarities, NEAREST).filter((n) => n.label !== masked);
    const all = near.reduce((sum, { similarity }) => sum + similarity ** 3, 0);
    const votes = new Float64Array(fits.length);
    for (const { label, similarity } of near) {
      votes[label] = (votes[label] ?? 0) + similarity ** 3 / all;
    }
    const score = (c: number) => (fits[c] ?? 0) + (votes[c] ?? 0);
    const ranked = this.index
      .labels()
      .filter((label) => label !== masked)
      .sort((a, b) => score(b) - score(a) || a - b);
    const [top = -1, second = -1] = ranked;
    const similarity = near.find(({ label }) => label === top)?.similarity ?? 0;
    const row = Float64Array.of(
      1,
      fits[top] ?? 0,
      (score(top) - (second >= 0 ? score(second) : 0)) / 2,
      Math.min(similarity, 0.6),
      votes[top] ?? 0,
      Math.log1p(this.support[top] ?? 0) / 3,
      unknown,
    );
    return { top, second, row, similarity: near[0]?.similarity ?? 0 };
  }

  private confidence({ top, row }: Decision): number {
    const judged = this.judge.probability(row);
    if (!Number.isFinite(judged)) return 0;
    const grown = Math.min(1, this.outcomes / YOUNG);
    const shrunk = judged * (YOUNG_SHARE + (1 - YOUNG_SHARE) * grown);
    return (this.support[top] ?? 0) < FEW ? Math.min(shrunk, FEW_CAP) : shrunk;
  }

  private numberOf(label: string): number {
    const known = this.names.indexOf(label);
    if (known >= 0) return known;
    this.names.push(label);
    this.support.push(0);
    this.linear.fit(this.names.length);
    return this.names.length - 1;
  }

  private forget(source: string): void {
    const told = this.told.get(source);
    if (!told) return;
    this.told.delete(source);
    this.support[told.label] = Math.max(0, (this.support[told.label] ?? 0) - told.weight);
    const slot = this.index.of(told.label).find((at) => this.index.at(at)?.source === source);
    if (slot !== undefined) this.index.remove(slot);
  }

  /** Only the example goes; what it taught stays in the weights and the support. */
  private dropOldest(label: number): void {
    const [slot] = this.index.of(label);
    const source = slot === undefined ? undefined : this.index.at(slot)?.source;
    if (slot === undefined || source === undefined) return;
    this.told.delete(source);
    this.index.remove(slot);
  }

  save(to: SnapshotWriter): void {
    to.value(`${this.name}.names`, this.names);
    to.value(`${this.name}.support`, this.support);
    to.value(`${this.name}.told`, [...this.told]);
    to.number(`${this.name}.outcomes`, this.outcomes);
    to.number(`${this.name}.random`, this.random.state);
    for (const part of [this.linear, this.index, this.judge]) part.save(to);
  }

  load(from: SnapshotReader): void {
    this.names = from.value<string[]>(`${this.name}.names`);
    this.support = from.value<number[]>(`${this.name}.support`);
    this.told.clear();
    type Told = [string, { label: number; weight: number; not: string | null }];
    for (const [source, told] of from.value<Told[]>(`${this.name}.told`)) {
      this.told.set(source, told);
    }
    this.outcomes = from.number(`${this.name}.outcomes`);
    this.random.state = from.number(`${this.name}.random`);
    for (const part of [this.linear, this.index, this.judge]) part.load(from);
  }
}
