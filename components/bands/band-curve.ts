import { type BandCount, type BandsResult, DRAFT_BINS } from "@/lib/backtest/model";

/** What would be sent by itself from a confidence on. */
export type BandPoint = {
  /** 0..1. */
  from: number;
  sent: BandCount;
  /** Of all drafts that bands decide about, 0..1. */
  share: number;
  /** Of those that people have judged, 0..1; null while there is none. */
  right: number | null;
};

/** For each hundredth, what sending from there on would have meant. */
export function bandCurve(bins: BandsResult["bins"]): BandPoint[] {
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  const points: BandPoint[] = [];
  let sent: BandCount = { n: 0, right: 0, wrong: 0, unknown: 0 };
  for (let bin = bins.length - 1; bin >= 0; bin--) {
    sent = plus(sent, bins[bin]);
    points.unshift({
      from: bin / DRAFT_BINS,
      sent,
      share: all === 0 ? 0 : sent.n / all,
      right: rightShare(sent),
    });
  }
  return points;
}

/** Share that was right of what people have judged. */
export function rightShare({ right, wrong }: BandCount): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

const plus = (a: BandCount, b: BandCount | undefined): BandCount => ({
  n: a.n + (b?.n ?? 0),
  right: a.right + (b?.right ?? 0),
  wrong: a.wrong + (b?.wrong ?? 0),
  unknown: a.unknown + (b?.unknown ?? 0),
});
