import type { Decision, ReviewState } from "../resolve/model";
import type { CalibrationBin, CurvePoint } from "./model";

/** One draft that was decided about. */
export type Outcome = {
  reviewState: ReviewState;
  decision: Decision;
  outcome: string | null;
  /** Corrected by so little that it counts as accepted. */
  nearly: boolean;
  /** Of the draft, 0..1. */
  confidence: number;
  drafted: boolean;
  at: Date;
};

/** What a person said of a draft; null when nobody looked at it, or there was none. */
function verdict({ reviewState, outcome, nearly, drafted }: Outcome): boolean | null {
  if (!drafted) return null;
  if (outcome === "reopened" || outcome === "taken over" || reviewState === "rejected")
    return false;
  if (reviewState === "approved") return true;
  return reviewState === "corrected" ? nearly : null;
}

/** True when the customer got the desk's own words: sent by itself, or accepted by a person. */
const answered = (one: Outcome): boolean =>
  verdict(one) ?? (one.drafted && one.decision !== "held");

/** Points of the curve, and the fewest outcomes that make one. */
const POINTS = 20;
const LEAST = 5;
const BINS = 10;

/** How the share of tickets that the desk's own draft answered has grown, in stretches of as many. */
export function curveOf(outcomes: readonly Outcome[]): CurvePoint[] {
  const size = Math.max(LEAST, Math.ceil(outcomes.length / POINTS));
  const points: CurvePoint[] = [];
  for (let from = 0; from < outcomes.length; from += size) {
    const stretch = outcomes.slice(from, from + size);
    const verdicts = stretch.map(verdict).filter((right) => right !== null);
    points.push({
      outcomes: from + stretch.length,
      count: stretch.length,
      accepted: stretch.filter(answered).length / stretch.length,
      right: verdicts.length > 0 ? verdicts.filter(Boolean).length / verdicts.length : null,
      until: (stretch.at(-1)?.at ?? new Date(0)).toISOString(),
    });
  }
  return points;
}

/** Drafts by confidence: claimed against accepted. A draft that a person set aside was not. */
export function calibrationOf(outcomes: readonly Outcome[]): {
  bins: CalibrationBin[];
  /** Expected calibration error: mean distance, weighted by drafts; null without any. */
  error: number | null;
} {
  const sums = Array.from({ length: BINS }, () => ({ claimed: 0, accepted: 0, count: 0 }));
  let all = 0;
  for (const one of outcomes) {
    const { confidence } = one;
    const accepted = verdict(one);
    if (accepted === null) continue;
    const sum = sums[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!sum) continue;
    sum.claimed += confidence;
    sum.accepted += accepted ? 1 : 0;
    sum.count++;
    all++;
  }
  const bins = sums
    .filter(({ count }) => count > 0)
    .map(({ claimed, accepted, count }) => ({
      claimed: claimed / count,
      accepted: accepted / count,
      count,
    }));
  const distance = bins.reduce(
    (sum, { claimed, accepted, count }) => sum + Math.abs(claimed - accepted) * count,
    0,
  );
  return { bins, error: all > 0 ? distance / all : null };
}
