/** Saturation of a term's count, and how much long articles are held back. */
const K1 = 1.2;
const B = 0.6;
/** What everybody writes counts half: "how", "why" and "when" tell something, but not much. */
const COMMON_WEIGHT = 0.5;
/** Terms of a question that are looked up: its point stands at the start. */
const MAX_TERMS = 400;
/** A term in the title counts as this many in the body. */
const TITLE_WEIGHT = 3;

/** The articles that hold a term, and how often: both lists in the same order. */
interface Holders {
  numbers: number[];
  counts: number[];
}

interface Text {
  title: string;
  body: string;
}

/**
 * Finds articles by the terms that they share with a question, rare ones first.
 *
 * @see S. Robertson, H. Zaragoza, "The probabilistic relevance framework", 2009
 */
export class Bm25 {
  private readonly holding = new Map<string, Holders>();
  /** By article; 0 where there is none. */
  private lengths: number[] = [];
  private articles = 0;
  private total = 0;

  private readonly common: ReadonlySet<string>;

  /**
   * @param termsOf what counts as a term: words, or runs of letters
   * @param usual texts of which every term is common, however few articles hold it
   */
  constructor(
    private readonly termsOf: (text: string) => Iterable<string>,
    usual: readonly string[],
  ) {
    this.common = new Set(usual.flatMap((text) => [...termsOf(text)]));
  }

  add(number: number, text: Text): void {
    const counts = this.count(text);
    let length = 0;
    for (const [term, count] of counts) {
      length += count;
      const holders = this.holding.get(term);
      if (holders === undefined) this.holding.set(term, { numbers: [number], counts: [count] });
      else {
        holders.numbers.push(number);
        holders.counts.push(count);
      }
    }
    while (this.lengths.length <= number) this.lengths.push(0);
    this.lengths[number] = length;
    this.articles++;
    this.total += length;
  }

  /** @param text as it was added: terms are found by it, so that they need not be kept */
  remove(number: number, text: Text): void {
    for (const term of this.count(text).keys()) {
      const holders = this.holding.get(term);
      const at = holders?.numbers.indexOf(number) ?? -1;
      if (holders === undefined || at < 0) continue;
      holders.numbers.splice(at, 1);
      holders.counts.splice(at, 1);
      if (holders.numbers.length === 0) this.holding.delete(term);
    }
    this.total -= this.lengths[number] ?? 0;
    this.lengths[number] = 0;
    this.articles--;
  }

  clear(): void {
    this.holding.clear();
    this.lengths = [];
    this.articles = 0;
    this.total = 0;
  }

  /**
   * @param size length of the result: how many answers there are
   * @returns by answer, as a share of the best article's
   */
  score(question: string, size: number): Float64Array {
    const scores = new Float64Array(size);
    const { articles, lengths } = this;
    const mean = this.total / Math.max(1, articles);
    for (const term of [...new Set(this.termsOf(question))].slice(0, MAX_TERMS)) {
      const holders = this.holding.get(term);
      if (holders === undefined) continue;
      const { numbers, counts } = holders;
      const rarity = Math.log(1 + (articles - numbers.length + 0.5) / (numbers.length + 0.5));
      const weight = rarity * (this.common.has(term) ? COMMON_WEIGHT : 1) * (K1 + 1);
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i] ?? 0;
        const count = counts[i] ?? 0;
        const damped = count + K1 * (1 - B + (B * (lengths[number] ?? 0)) / mean);
        scores[number] = (scores[number] ?? 0) + (weight * count) / damped;
      }
    }
    let top = 0;
    for (const score of scores) if (score > top) top = score;
    return top > 0 ? scores.map((score) => score / top) : scores;
  }

  private count({ title, body }: Text): Map<string, number> {
    const counts = new Map<string, number>();
    for (const term of this.termsOf(title))
      counts.set(term, (counts.get(term) ?? 0) + TITLE_WEIGHT);
    for (const term of this.termsOf(body)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  }
}
