import { BACKGROUND } from "./background";
import { Bm25 } from "./bm25";
import { type Bag, bagOf, UNSPACED } from "./features";
import { NeighbourIndex } from "./neighbours";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { normaliseText, splitWords } from "./text";
import type { Vocabulary } from "./vocabulary";

/** Rank constant of reciprocal rank fusion. */
const FUSION = 20;
/** Passages kept per article. */
const MAX_PASSAGES = 40;

/** How well each answer's article fits a question, before anybody answered a ticket with it. */
export interface ArticleScores {
  /** BM25 over title and body, by words and by runs of letters: shares of the best article's. */
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

/** Cuts common endings, so that "cards" finds "card" and "ordering" finds "order". */
function stem(word: string): string {
  if (word.length < 5) return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ing|ed|es|s|ly)$/, "")
    .replace(/e$/, "");
}

const wordsOf = (text: string) => splitWords(normaliseText(text));

/** Letters in a run. Runs find "Rückzahlung" by "zahlung" and "fees" by "fee", in any language. */
const RUN = 4;
/** The same where words aren't spaced. */
const UNSPACED_RUN = 2;
/** Of 1, what runs say of an article; the rest is the words'. Measured on six sets of questions. */
const RUNS_SHARE = 0.75;

function runsOf(text: string): string[] {
  const runs: string[] = [];
  for (const word of wordsOf(text)) {
    const padded = `<${word}>`;
    const size = UNSPACED.test(word) ? UNSPACED_RUN : RUN;
    for (let at = 0; at === 0 || at + size <= padded.length; at++) {
      runs.push(padded.slice(at, at + size));
    }
  }
  return runs;
}

/** Articles by answer number, with what is needed to find them. */
export class ArticleShelf {
  private readonly entries = new Map<number, Article>();
  private readonly words = new Bm25((text) => wordsOf(text).map(stem), BACKGROUND);
  private readonly runs = new Bm25(runsOf, BACKGROUND);
  private readonly titles: NeighbourIndex;
  private readonly passages: NeighbourIndex;

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
  private count(number: number, { title, body }: Article): void {
    const article = { title, body };
    this.entries.set(number, article);
    this.words.add(number, article);
    this.runs.add(number, article);
  }

  remove(number: number): void {
    const entry = this.entries.get(number);
    if (entry === undefined) return;
    this.entries.delete(number);
    this.words.remove(number, entry);
    this.runs.remove(number, entry);
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

  private bm25(text: string, size: number): Float64Array {
    const runs = this.runs.score(text, size);
    const words = this.words.score(text, size);
    return words.map((share, i) => (1 - RUNS_SHARE) * share + RUNS_SHARE * (runs[i] ?? 0));
  }

  save(to: SnapshotWriter): void {
    const kept = [...this.entries].map(([number, { title, body }]) => ({ number, title, body }));
    to.value("articles", kept);
    this.titles.save(to);
    this.passages.save(to);
  }

  load(from: SnapshotReader): void {
    this.entries.clear();
    this.words.clear();
    this.runs.clear();
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
