import { AUTO_AT, type Prediction, REVIEW_AT } from "../../lib/predictor/model";
import { decide } from "../../lib/resolve";

/** One prediction that has met the truth. */
export interface Judged {
  right: boolean;
  confidence: number;
  /** Would have been sent without a person, after every gate. */
  automatic: boolean;
  novel: boolean;
}

/** Shares and rates in 0..1. A precision is absent when nothing was in its band. */
export interface Figures {
  n: number;
  accuracy: number;
  autoShare: number;
  autoPrecision?: number;
  reviewShare: number;
  reviewPrecision?: number;
  ece: number;
  brier: number;
  novelShare: number;
}

export interface TestFigures extends Figures {
  coverageAt95: number;
  coverageAt97: number;
  coverageAt99: number;
}

const BINS = 15;

const BANDS = { send: AUTO_AT, flag: REVIEW_AT };

/** Whether the product would send it without a person: its own decision, after every gate. */
export function sends({ confidence, novel }: Prediction): boolean {
  const blocks = novel ? ["it is unlike anything seen"] : [];
  return decide(confidence, BANDS, blocks).decision === "sent";
}

/** @param truth the right answer; undefined when no known answer is right */
export function judged(prediction: Prediction, truth: string | undefined): Judged {
  return {
    right: truth !== undefined && prediction.candidates[0]?.answer === truth,
    confidence: prediction.confidence,
    automatic: sends(prediction),
    novel: prediction.novel,
  };
}

/** Rows per bin of equal width, for the calibration error and the reliability diagram. */
export function reliability(rows: readonly Judged[]): { n: number; right: number; sum: number }[] {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, right: 0, sum: 0 }));
  for (const { confidence, right } of rows) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin === undefined) continue;
    bin.n++;
    bin.sum += confidence;
    if (right) bin.right++;
  }
  return bins;
}

const rate = (rows: readonly Judged[], of: (row: Judged) => boolean) =>
  rows.length === 0 ? 0 : rows.filter(of).length / rows.length;

export function figuresOf(rows: readonly Judged[]): Figures {
  const auto = rows.filter((row) => row.automatic);
  const review = rows.filter(
    (row) => row.confidence >= REVIEW_AT && row.confidence < AUTO_AT && !row.automatic,
  );
  const gaps = reliability(rows).map((bin) => Math.abs(bin.right - bin.sum));
  const losses = rows.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const n = rows.length;
  return {
    n,
    accuracy: rate(rows, (row) => row.right),
    autoShare: n === 0 ? 0 : auto.length / n,
    ...(auto.length > 0 && { autoPrecision: rate(auto, (row) => row.right) }),
    reviewShare: n === 0 ? 0 : review.length / n,
    ...(review.length > 0 && { reviewPrecision: rate(review, (row) => row.right) }),
    ece: n === 0 ? 0 : sum(gaps) / n,
    brier: n === 0 ? 0 : sum(losses) / n,
    novelShare: rate(rows, (row) => row.novel),
  };
}

/** Largest share of questions, most confident first, that is right as often as `precision`. */
export function coverageAt(rows: readonly Judged[], precision: number): number {
  const sorted = [...rows].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best = 0;
  sorted.forEach((row, i) => {
    if (row.right) right++;
    if (right / (i + 1) >= precision) best = i + 1;
  });
  return rows.length === 0 ? 0 : best / rows.length;
}

export function testFiguresOf(rows: readonly Judged[]): TestFigures {
  return {
    ...figuresOf(rows),
    coverageAt95: coverageAt(rows, 0.95),
    coverageAt97: coverageAt(rows, 0.97),
    coverageAt99: coverageAt(rows, 0.99),
  };
}

/** Chance that a positive scores higher than a negative; ties count half. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let wins = 0;
  let below = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    let up = 0;
    while (end < all.length && all[end]?.score === all[i]?.score) if (all[end++]?.positive) up++;
    const down = end - i - up;
    wins += up * (below + down / 2);
    below += down;
    i = end;
  }
  return positives.length * negatives.length === 0
    ? 0
    : wins / (positives.length * negatives.length);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
