import { type Bag, BUCKETS } from "./features";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { SUBLINEAR, type Vocabulary } from "./vocabulary";

/** A posting packs slot * 16 + count; counts above 15 say no more than 15. */
const COUNT_BITS = 4;
const MAX_COUNT = 15;

/** One example found near a question. */
export interface Neighbour {
  slot: number;
  label: number;
  /** Cosine, 0..1. */
  similarity: number;
}

interface Example {
  bag: Bag;
  label: number;
  /** Who it is to the caller, e.g. a signal's number. */
  source: string;
}

/**
 * Exact nearest neighbours by cosine over an inverted index. Slots of removed examples are reused
 * after the index is rebuilt, which happens when a quarter of them is dead.
 */
export class NeighbourIndex {
  private postings = new Array<number[] | undefined>(BUCKETS);
  private wordScales = new Float32Array(64);
  private runScales = new Float32Array(64);
  private examples: (Example | undefined)[] = [];
  private dead = 0;
  /** Living slots per label, oldest first. */
  private members: number[][] = [];
  /** Examples when lengths were last computed with the rarity of that time. */
  private scaledAt = 0;

  constructor(
    private readonly name: string,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Slots in use, dead ones included. */
  get slots(): number {
    return this.examples.length;
  }

  get size(): number {
    return this.examples.length - this.dead;
  }

  at(slot: number): Example | undefined {
    return this.examples[slot];
  }

  add(example: Example): number {
    const slot = this.examples.length;
    this.examples.push(example);
    if (slot >= this.wordScales.length) this.growScales();
    const { words, runs } = this.vocabulary.scales(example.bag);
    this.wordScales[slot] = words;
    this.runScales[slot] = runs;
    this.post(example.bag, slot);
    this.join(example.label, slot);
    if (this.size > 16 && this.size > this.scaledAt * 1.1) this.rescale();
    return slot;
  }

  /** Forgets an example. Slots may be renumbered, so callers must not keep them. */
  remove(slot: number): void {
    const label = this.examples[slot]?.label;
    if (label === undefined) return;
    this.members[label] = this.of(label).filter((other) => other !== slot);
    this.examples[slot] = undefined;
    this.dead++;
    if (this.dead > 32 && this.dead * 4 > this.examples.length) this.rebuild();
  }

  /** Forgets every example of one label. */
  removeLabel(label: number): void {
    for (const slot of this.of(label)) {
      this.examples[slot] = undefined;
      this.dead++;
    }
    this.members[label] = [];
    if (this.dead > 32 && this.dead * 4 > this.examples.length) this.rebuild();
  }

  /** Living slots of a label, oldest first. */
  of(label: number): readonly number[] {
    return this.members[label] ?? [];
  }

  /** Labels with living examples, ascending. */
  labels(): number[] {
    const labels: number[] = [];
    this.members.forEach((slots, label) => {
      if (slots.length > 0) labels.push(label);
    });
    return labels;
  }

  labelOf(slot: number): number {
    return this.examples[slot]?.label ?? -1;
  }

  private join(label: number, slot: number): void {
    const slots = this.members[label];
    if (slots === undefined) this.members[label] = [slot];
    else slots.push(slot);
  }

  private post(bag: Bag, slot: number): void {
    for (let i = 0; i < bag.ids.length; i++) {
      const id = bag.ids[i] ?? 0;
      const packed = (slot << COUNT_BITS) | Math.min(MAX_COUNT, bag.counts[i] ?? 0);
      const list = this.postings[id];
      if (list === undefined) this.postings[id] = [packed];
      else list.push(packed);
    }
  }

  private growScales(): void {
    const grow = (old: Float32Array<ArrayBuffer>) => {
      const bigger = new Float32Array(old.length * 2);
      bigger.set(old);
      return bigger;
    };
    this.wordScales = grow(this.wordScales);
    this.runScales = grow(this.runScales);
  }

  private rescale(): void {
    this.scaledAt = this.size;
    this.examples.forEach((example, slot) => {
      if (example === undefined) return;
      const { words, runs } = this.vocabulary.scales(example.bag);
      this.wordScales[slot] = words;
      this.runScales[slot] = runs;
    });
  }

  private rebuild(): void {
    this.examples = this.examples.filter((example) => example !== undefined);
    this.dead = 0;
    this.index();
    this.rescale();
  }

  private index(): void {
    this.postings = new Array<number[] | undefined>(BUCKETS);
    while (this.wordScales.length < this.examples.length) this.growScales();
    this.members = [];
    this.examples.forEach((example, slot) => {
      if (example === undefined) return;
      this.post(example.bag, slot);
      this.join(example.label, slot);
    });
  }

  /** Cosine with every slot, 0 for those that share nothing. */
  similarities(bag: Bag, values: Float32Array): Float32Array {
    const sums = new Float32Array(this.examples.length);
    const { wordScales, runScales } = this;
    for (let i = 0; i < values.length; i++) {
      const id = bag.ids[i] ?? 0;
      const list = this.postings[id];
      if (list === undefined) continue;
      const value = (values[i] ?? 0) * this.vocabulary.rarity(id);
      const scales = i < bag.split ? wordScales : runScales;
      for (let k = 0; k < list.length; k++) {
        const packed = list[k] ?? 0;
        const slot = packed >> COUNT_BITS;
        const weight = value * (SUBLINEAR[packed & MAX_COUNT] ?? 0);
        sums[slot] = (sums[slot] ?? 0) + weight * (scales[slot] ?? 0);
      }
    }
    for (let slot = 0; slot < sums.length; slot++) {
      if (this.examples[slot] === undefined) sums[slot] = 0;
    }
    return sums;
  }

  /** The `count` most similar of `similarities`, best first; among equals the older one first. */
  nearest(similarities: Float32Array, count: number): Neighbour[] {
    const found: Neighbour[] = [];
    let bar = 0;
    for (let slot = 0; slot < similarities.length; slot++) {
      const similarity = similarities[slot] ?? 0;
      if (similarity <= bar) continue;
      const label = this.examples[slot]?.label ?? 0;
      let at = found.length;
      while (at > 0 && (found[at - 1]?.similarity ?? 0) < similarity) at--;
      found.splice(at, 0, { slot, label, similarity });
      if (found.length > count) found.pop();
      if (found.length === count) bar = found[count - 1]?.similarity ?? 0;
    }
    return found;
  }

  save(to: SnapshotWriter): void {
    const kept = this.examples.map((e) => e ?? { bag: null, label: -1, source: "" });
    const bags = kept.map((e) => e.bag);
    const join = (parts: (Uint16Array | Uint8Array)[]) => {
      const out = new Uint16Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        out.set(part, at);
        at += part.length;
      }
      return out;
    };
    to.array(
      `${this.name}.labels`,
      Int32Array.from(kept, (e) => e.label),
    );
    to.value(
      `${this.name}.sources`,
      kept.map((e) => e.source),
    );
    to.array(
      `${this.name}.sizes`,
      Int32Array.from(bags, (bag) => bag?.ids.length ?? 0),
    );
    to.array(
      `${this.name}.splits`,
      Int32Array.from(bags, (bag) => bag?.split ?? 0),
    );
    to.array(`${this.name}.ids`, join(bags.map((bag) => bag?.ids ?? new Uint16Array())));
    to.array(`${this.name}.counts`, join(bags.map((bag) => bag?.counts ?? new Uint8Array())));
    to.array(`${this.name}.wordScales`, this.wordScales.subarray(0, kept.length));
    to.array(`${this.name}.runScales`, this.runScales.subarray(0, kept.length));
    to.number(`${this.name}.scaledAt`, this.scaledAt);
  }

  load(from: SnapshotReader): void {
    const labels = from.ints(`${this.name}.labels`);
    const sources = from.value<string[]>(`${this.name}.sources`);
    const sizes = from.ints(`${this.name}.sizes`);
    const splits = from.ints(`${this.name}.splits`);
    const ids = from.shorts(`${this.name}.ids`);
    const counts = from.shorts(`${this.name}.counts`);
    let at = 0;
    this.dead = 0;
    this.examples = sources.map((source, slot) => {
      const label = labels[slot] ?? -1;
      const size = sizes[slot] ?? 0;
      const split = splits[slot] ?? 0;
      const bag = {
        ids: ids.slice(at, at + size),
        counts: Uint8Array.from(counts.subarray(at, at + size)),
        split,
      };
      at += size;
      if (label < 0) this.dead++;
      return label < 0 ? undefined : { bag, label, source };
    });
    this.index();
    this.wordScales.set(from.floats(`${this.name}.wordScales`));
    this.runScales.set(from.floats(`${this.name}.runScales`));
    this.scaledAt = from.number(`${this.name}.scaledAt`);
  }
}
