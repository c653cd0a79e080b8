import { normaliseText, splitWords } from "../../lib/predictor";
import type { Row } from "./csv";
import type { Judged } from "./figures";

/** What people build first; each predicts, then is told the answer. */
interface Baseline {
  predict(words: readonly string[]): { answer: string | undefined; confidence: number };
  learn(words: readonly string[], answer: string): void;
}

const wordsOf = (text: string) => splitWords(normaliseText(text));

/** Full-text search: the answer of the past ticket that matches best, words joined by OR (BM25). */
export class FullText implements Baseline {
  private readonly postings = new Map<string, number[]>();
  private readonly texts: { answer: string; length: number }[] = [];
  private words = 0;

  predict(words: readonly string[]) {
    const ranked = this.rank(words);
    return { answer: ranked[0], confidence: 0 };
  }

  /** Distinct answers, best first. */
  rank(words: readonly string[]): string[] {
    const scores = new Map<number, number>();
    const mean = this.words / Math.max(1, this.texts.length);
    for (const word of new Set(words)) {
      const list = this.postings.get(word) ?? [];
      const rarity = Math.log(1 + (this.texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const text of list) {
        const length = this.texts[text]?.length ?? 0;
        const gain = (rarity * 2.2) / (1 + 1.2 * (0.25 + (0.75 * length) / mean));
        scores.set(text, (scores.get(text) ?? 0) + gain);
      }
    }
    const order = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return [...new Set(order.slice(0, 200).map(([text]) => this.texts[text]?.answer ?? ""))];
  }

  learn(words: readonly string[], answer: string): void {
    const number = this.texts.length;
    this.texts.push({ answer, length: words.length });
    this.words += words.length;
    for (const word of new Set(words)) {
      const list = this.postings.get(word);
      if (list === undefined) this.postings.set(word, [number]);
      else list.push(number);
    }
  }
}

/** Multinomial naive Bayes on words, add-one smoothing, with its own probability as confidence. */
export class NaiveBayes implements Baseline {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly answers = new Map<string, { texts: number; words: number }>();
  private texts = 0;

  predict(words: readonly string[]) {
    const scores = new Map<string, number>();
    for (const [answer, { texts }] of this.answers)
      scores.set(answer, Math.log(texts / this.texts));
    for (const word of words) {
      const counts = this.counts.get(word);
      for (const [answer, { words: total }] of this.answers) {
        const likelihood = ((counts?.get(answer) ?? 0) + 1) / (total + this.counts.size + 1);
        scores.set(answer, (scores.get(answer) ?? 0) + Math.log(likelihood));
      }
    }
    const order = [...scores].sort((a, b) => b[1] - a[1]);
    const top = order[0]?.[1] ?? 0;
    const sum = order.reduce((total, [, score]) => total + Math.exp(score - top), 0);
    return { answer: order[0]?.[0], confidence: sum > 0 ? 1 / sum : 0 };
  }

  learn(words: readonly string[], answer: string): void {
    this.texts++;
    const totals = this.answers.get(answer) ?? { texts: 0, words: 0 };
    this.answers.set(answer, { texts: totals.texts + 1, words: totals.words + words.length });
    for (const word of words) {
      const counts = this.counts.get(word) ?? new Map<string, number>();
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
      this.counts.set(word, counts);
    }
  }
}

/** Plays a stream through a baseline, under the same rule: predict, then learn. */
export function playBaseline(baseline: Baseline, rows: readonly Row[], learns = true): Judged[] {
  return rows.map(({ text, category }) => {
    const words = wordsOf(text);
    const { answer, confidence } = baseline.predict(words);
    if (learns) baseline.learn(words, category);
    return { right: answer === category, confidence, automatic: confidence >= 0.85, novel: false };
  });
}
