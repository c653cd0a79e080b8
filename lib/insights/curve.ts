import type { CalibrationView, CurvePoint } from "./model";
import type { BinSum, Stretch } from "./progress-store";

/** Bins of the calibration diagram, as the replay counts them. */
export const BINS = 15;

/**
 * How the share of tickets that the desk's own draft answered has grown, and what stayed unknown.
 *
 * @param every one in so many drafts was looked at
 */
export function curveOf(stretches: readonly Stretch[], every = 1): CurvePoint[] {
  return stretches.map(
    ({ outcomes, count, accepted, judged, right, questions, unknown, until }) => ({
      outcomes: outcomes * every,
      count: count * every,
      accepted: accepted / count,
      right: judged > 0 ? right / judged : null,
      questions: questions * every,
      unknown: questions > 0 ? unknown / questions : null,
      until: new Date(until).toISOString(),
    }),
  );
}

/** Drafts by confidence: claimed against right, and how far they are apart on the whole. */
export function calibrationOf(sums: readonly BinSum[]): CalibrationView {
  const drafts = sums.reduce((sum, { count }) => sum + count, 0);
  const sure = {
    count: sums.reduce((sum, one) => sum + one.sure, 0),
    accepted: sums.reduce((sum, one) => sum + one.sureRight, 0),
  };
  if (drafts === 0) return { bins: [], drafts, error: null, brier: null, sure };
  const weight = sums.reduce((sum, one) => sum + one.weight, 0);
  // Σ weight/all × |mean claimed − share right| is the sum of the distances of the sums.
  const distance = sums.reduce((sum, one) => sum + Math.abs(one.claimed - one.accepted), 0);
  const squares = sums.reduce((sum, one) => sum + one.squares, 0);
  return {
    bins: sums.map(({ bin, count, weight: of, claimed, accepted }) => ({
      from: bin / BINS,
      to: (bin + 1) / BINS,
      claimed: claimed / of,
      accepted: accepted / of,
      count,
    })),
    drafts,
    error: distance / weight,
    brier: squares / weight,
    sure,
  };
}
