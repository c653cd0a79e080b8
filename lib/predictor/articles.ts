import { type Bag, bagOf } from "./features";
import { NeighbourIndex } from "./neighbours";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { normaliseText, splitWords } from "./text";
import type { Vocabulary } from "./vocabulary";

/** BM25: saturation of a word's count, and how much long articles are held back. */
const K1 = 1.2;
const B = 0.6;
/** A word in the title counts as this many in the body. */
const TITLE_WEIGHT = 3;
/** Rank constant of reciprocal rank fusion. */
const FUSION = 20;
/** Passages kept per article. */
const MAX_PASSAGES = 40;

/** How well each answer's article fits a question, before anybody answered a ticket with it. */
export interface ArticleScores {
  /** BM25 over title and body, as a share of the best article's. */
  bm25: Float64Array;
  /** Cosine with the title. */
  title: Float64Array;
  /** Highest cosine with one passage. */
  passage: Float64Array;
  /** Sum of reciprocal ranks of the three, 0..1. */
  fused: Float64Array;
}

export interface Article {
  title: string;
  body: string;
}

interface Entry extends Article {
  words: Map<string, number>;
  length: number;
}

/** Cuts common endings, so that "cards" finds "card" and "ordering" finds "order". */
function stem(word: string): string {
  if (word.length < 5) return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ing|ed|es|s|ly)$/, "")
    .replace(/e$/, "");
}

/** Articles by answer number, with what is needed to find them. */
export class ArticleShelf {
  private readonly entries = new Map<number, Entry>();
  private readonly holding = new Map<string, Set<number>>();
  private titles: NeighbourIndex;
  private passages: NeighbourIndex;
  private words = 0;

  constructor(vocabulary: Vocabulary) {
    this.titles = new NeighbourIndex("titles", vocabulary);
    this.passages = new NeighbourIndex("passages", vocabulary);
  }

  get size(): number {
    return this.entries.size;
  }

  get(number: number): Article | undefined {
    return this.entries.get(number);
  }

  put(number: number, article: Article): void {
    this.remove(number);
    this.count(number, article);
    this.titles.add({ bag: bagOf(article.title), label: number, source: "" });
    for (const passage of passagesOf(article)) {
      this.passages.add({ bag: bagOf(passage), label: number, source: "" });
    }
  }

  /** Enters the words of an article for BM25. */
  private count(number: number, article: Article): void {
    const words = new Map<string, number>();
    const add = (text: string, weight: number) => {
      for (const word of splitWords(normaliseText(text))) {
        words.set(stem(word), (words.get(stem(word)) ?? 0) + weight);
      }
    };
    add(article.title, TITLE_WEIGHT);
    add(article.body, 1);
    let length = 0;
    for (const [word, weight] of words) {
      length += weight;
      const holders = this.holding.get(word);
      if (holders === undefined) this.holding.set(word, new Set([number]));
      else holders.add(number);
    }
    this.words += length;
    this.entries.set(number, { ...article, words, length });
  }

  remove(number: number): void {
    const entry = this.entries.get(number);
    if (entry === undefined) return;
    this.entries.delete(number);
    this.words -= entry.length;
    for (const word of entry.words.keys()) this.holding.get(word)?.delete(number);
    this.titles.removeLabel(number);
    this.passages.removeLabel(number);
  }

  /** @param size length of the result: how many answers there are */
  score(text: string, bag: Bag, values: Float32Array, size: number): ArticleScores | undefined {
    if (this.entries.size === 0) return undefined;
    const title = best(this.titles, this.titles.similarities(bag, values), size);
    const passage = best(this.passages, this.passages.similarities(bag, values), size);
    const bm25 = this.bm25(text, size);
    const fused = new Float64Array(size);
    for (const scores of [bm25, title, passage]) addRanks(fused, scores);
    return { bm25, title, passage, fused };
  }

  /** @see S. Robertson, H. Zaragoza, "The probabilistic relevance framework", 2009 */
  private bm25(text: string, size: number): Float64Array {
    const scores = new Float64Array(size);
    const mean = this.words / this.entries.size;
    for (const word of new Set(splitWords(normaliseText(text)).map(stem))) {
      const holders = this.holding.get(word);
      if (holders === undefined || holders.size === 0) continue;
      const rarity = Math.log(1 + (this.entries.size - holders.size + 0.5) / (holders.size + 0.5));
      for (const number of holders) {
        const entry = this.entries.get(number);
        if (entry === undefined) continue;
        const count = entry.words.get(word) ?? 0;
        const damped = count + K1 * (1 - B + (B * entry.length) / mean);
        scores[number] = (scores[number] ?? 0) + (rarity * count * (K1 + 1)) / damped;
      }
    }
    let top = 0;
    for (const score of scores) if (score > top) top = score;
    if (top > 0) for (let i = 0; i < size; i++) scores[i] = (scores[i] ?? 0) / top;
    return scores;
  }

  save(to: SnapshotWriter): void {
    const kept = [...this.entries].map(([number, { title, body }]) => ({ number, title, body }));
    to.value("articles", kept);
    this.titles.save(to);
    this.passages.save(to);
  }

  load(from: SnapshotReader): void {
    this.entries.clear();
    this.holding.clear();
    this.words = 0;
    for (const { number, title, body } of from.value<({ number: number } & Article)[]>(
      "articles",
    )) {
      this.count(number, { title, body });
    }
    this.titles.load(from);
    this.passages.load(from);
  }
}

/** Sentences in pairs, since one sentence is often too short to match; the title goes with each. */
function passagesOf({ title, body }: Article): string[] {
  const sentences = body.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== "");
  const passages = sentences.map((sentence, i) => `${sentence} ${sentences[i + 1] ?? ""}`);
  return [`${title} ${body}`, ...passages.slice(0, MAX_PASSAGES)];
}

function best(index: NeighbourIndex, similarities: Float32Array, size: number): Float64Array {
  const scores = new Float64Array(size);
  for (let slot = 0; slot < similarities.length; slot++) {
    const similarity = similarities[slot] ?? 0;
    const label = index.at(slot)?.label;
    if (label !== undefined && similarity > (scores[label] ?? 0)) scores[label] = similarity;
  }
  return scores;
}

function addRanks(fused: Float64Array, scores: Float64Array): void {
  const order = [...scores.keys()].filter((i) => (scores[i] ?? 0) > 0);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  order.slice(0, 50).forEach((number, rank) => {
    fused[number] = (fused[number] ?? 0) + FUSION / (3 * (FUSION + rank));
  });
}
