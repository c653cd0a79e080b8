import type { SideFigures } from "./model";

/** What one configuration said of a draft, and whether it was right; null: nobody knows yet. */
type Judged = {
  confidence: number;
  novelty: number;
  automatic: boolean;
  right: boolean | null;
};

const BINS = 10;
/** From here on a question is more likely new than known. */
const NEW_AT = 0.5;

/** Right when people then gave that answer; wrong when they gave another, or rejected this one. */
export function isRight(
  subject: string | null,
  truth: string | null,
  rejected: boolean,
): boolean | null {
  if (truth === null) return null;
  if (!rejected) return subject === truth;
  return subject === truth ? false : null;
}

/** Figures of one side of a comparison. */
export function sideOf(all: readonly Judged[]): SideFigures {
  const known = all.flatMap(({ right, ...one }) => (right === null ? [] : [{ ...one, right }]));
  return {
    right: share(known, ({ right }) => right),
    automatic: share(all, (one) => one.automatic),
    automaticRight: share(
      known.filter((one) => one.automatic),
      ({ right }) => right,
    ),
    ece: calibrationError(known),
    brier: mean(known.map(({ confidence, right }) => (confidence - Number(right)) ** 2)),
    novel: share(all, ({ novelty }) => novelty >= NEW_AT),
  };
}

function share<T>(all: readonly T[], which: (one: T) => boolean): number | null {
  return mean(all.map((one) => Number(which(one))));
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Expected calibration error: mean distance of claim and outcome in bins, weighted by drafts. */
function calibrationError(known: readonly { confidence: number; right: boolean }[]): number | null {
  const bins = new Map<number, number>();
  for (const { confidence, right } of known) {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    bins.set(bin, (bins.get(bin) ?? 0) + confidence - Number(right));
  }
  if (known.length === 0) return null;
  return [...bins.values()].reduce((sum, gap) => sum + Math.abs(gap), 0) / known.length;
}
