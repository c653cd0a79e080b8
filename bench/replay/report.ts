import { z } from "zod";
import type { FaqFigures, RankFigures } from "./faq";
import type { Figures, TestFigures } from "./figures";
import type { ScaleFigures } from "./scale";
import type { NewAnswers, Replaced, Unseen } from "./variants";

/** What one replay measured; shares and rates are 0..1, absent parts were not measured. */
export interface Report {
  perThousand: Figures[];
  stream: Figures;
  test?: TestFigures;
  newAnswers?: NewAnswers;
  unseen?: Unseen;
  replaced?: Replaced;
  faq?: FaqFigures;
  /** The same stream through full-text search only, and through naive Bayes. */
  baseline?: { fullText: Figures[]; naiveBayes: Figures[] };
  faqFullText?: RankFigures;
  /** At many learned tickets. */
  scale?: ScaleFigures;
  restart?: { seconds: number; megabytes: number; sameAnswers: boolean };
  ms: { predictP50: number; updateP50: number };
  rssMb: number;
  labelsUsed: number;
}

/** What `--json` writes: the promised parts, those that were not measured left out. */
export function promisedOf(report: Report) {
  const { perThousand, stream, test, newAnswers, unseen, faq, ms, rssMb, labelsUsed } = report;
  return {
    ...(stream.n > 0 && { perThousand, stream }),
    ...(test && { test }),
    ...(newAnswers && { newAnswers }),
    ...(unseen && { unseen }),
    ...(faq && { faq }),
    ms,
    rssMb,
    labelsUsed,
  };
}

const Numbers = z.record(z.string(), z.unknown());

/** Mean of reports of the same shape, number by number; parts that one lacks are averaged over the rest. */
export function meanOf<T>(values: readonly T[]): T {
  return meanOfUnknown(values) as T; // the mean of equal shapes has that shape
}

function meanOfUnknown(values: readonly unknown[]): unknown {
  const given = values.filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  const first = given[0];
  if (typeof first === "number") {
    const numbers = given.filter((value) => typeof value === "number");
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  }
  if (typeof first === "boolean") return given.every((value) => value === true);
  if (Array.isArray(first)) {
    const lists = given.filter((value) => Array.isArray(value));
    return first.map((_, i) => meanOfUnknown(lists.map((list) => list[i])));
  }
  const records = given.map((value) => Numbers.parse(value));
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return Object.fromEntries(
    [...keys].map((key) => [key, meanOfUnknown(records.map((record) => record[key]))]),
  );
}
