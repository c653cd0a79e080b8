import { expect, test } from "vitest";
import type { BandCount } from "@/lib/backtest/model";
import { bandCurve } from "./band-curve";

const none: BandCount = { n: 0, right: 0, wrong: 0, unknown: 0 };

test("each threshold counts what is at or above it; what nobody judged is no right", () => {
  const bins = Array.from({ length: 100 }, () => none);
  bins[60] = { n: 4, right: 1, wrong: 1, unknown: 2 };
  bins[90] = { n: 6, right: 3, wrong: 0, unknown: 3 };
  const curve = bandCurve(bins);
  expect(curve[0]).toMatchObject({ share: 1, right: 4 / 5 });
  expect(curve[61]).toMatchObject({ from: 0.61, share: 0.6, right: 1, sent: { unknown: 3 } });
  expect(curve[95]).toMatchObject({ share: 0, right: null });
});
