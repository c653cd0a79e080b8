import { normaliseText, splitWords } from "./text";

/** Hash buckets for words, word pairs and character runs. 2^16 costs 0.2 points against none. */
export const BUCKETS = 1 << 16;
/** Most distinct features kept per text; long mails would cost time and add little. */
const MAX_FEATURES = 600;

/**
 * A text as hashed counts. The first `split` entries are words and word pairs, the rest are
 * character runs, so that each group can be scaled to length 1 by itself.
 */
export interface Bag {
  ids: Uint16Array;
  /** How often each feature stands in the text, 1..255. */
  counts: Uint8Array;
  split: number;
}

/** Plain facts about the channel or customer that may tell questions apart, e.g. {channel: "email"}. */
export type Facts = Readonly<Record<string, string>>;

const WORD_SEED = 0x811c9dc5;
const PAIR_SEED = 0x2f0b4a17;
const RUN_SEED = 0x5bd1e995;
const FACT_SEED = 0x1b873593;
/** Scripts without spaces between words: their "words" are whole clauses, so short runs count. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

class Counter {
  private readonly counts = new Map<number, number>();

  add(hash: number): void {
    let h = hash ^ (hash >>> 16);
    h = Math.imul(h, 0x85ebca6b);
    h ^= h >>> 13;
    h = Math.imul(h, 0xc2b2ae35);
    const bucket = (h ^ (h >>> 16)) & (BUCKETS - 1);
    const seen = this.counts.get(bucket) ?? 0;
    if (seen > 0 || this.counts.size < MAX_FEATURES) {
      this.counts.set(bucket, Math.min(255, seen + 1));
    }
  }

  get entries(): ReadonlyMap<number, number> {
    return this.counts;
  }
}

function hashRun(seed: number, text: string, from: number, to: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash;
}

function addRuns(counter: Counter, word: string, shortest: number): void {
  const padded = `<${word}>`;
  for (let size = shortest; size <= 5; size++) {
    for (let i = 0; i + size <= padded.length; i++) {
      counter.add(hashRun(RUN_SEED + size, padded, i, i + size));
    }
  }
}

/**
 * Words, neighbouring word pairs and the 3 to 5 character runs inside each word, hashed.
 *
 * @param text a message as the customer wrote it
 * @param facts context that counts as extra words
 */
export function bagOf(text: string, facts: Facts = {}): Bag {
  const words = splitWords(normaliseText(text));
  const wordCounter = new Counter();
  const runCounter = new Counter();
  let previous = "^";
  for (const word of words) {
    wordCounter.add(hashRun(WORD_SEED, word, 0, word.length));
    const pair = `${previous} ${word}`;
    wordCounter.add(hashRun(PAIR_SEED, pair, 0, pair.length));
    addRuns(runCounter, word, UNSPACED.test(word) ? 1 : 3);
    previous = word;
  }
  for (const name of Object.keys(facts).sort()) {
    const fact = `${name}=${facts[name] ?? ""}`;
    wordCounter.add(hashRun(FACT_SEED, fact, 0, fact.length));
  }
  const size = wordCounter.entries.size + runCounter.entries.size;
  const bag = { ids: new Uint16Array(size), counts: new Uint8Array(size), split: 0 };
  let at = 0;
  for (const counter of [wordCounter, runCounter]) {
    for (const [id, count] of counter.entries) {
      bag.ids[at] = id;
      bag.counts[at++] = count;
    }
    if (counter === wordCounter) bag.split = at;
  }
  return bag;
}
