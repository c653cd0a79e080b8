import { expect, test } from "vitest";
import { BINS, calibrationOf, curveOf } from "./curve";

const UNTIL = "2026-11-21 10:00:00+00";

test("shares are of what they are shares of; nothing judged is neither right nor wrong", () => {
  const none = { judged: 0, right: 0, questions: 0, unknown: 0, until: UNTIL };
  const points = curveOf([
    { outcomes: 5, count: 5, accepted: 0, ...none },
    {
      outcomes: 10,
      count: 5,
      accepted: 4,
      judged: 3,
      right: 2,
      questions: 8,
      unknown: 2,
      until: UNTIL,
    },
  ]);
  expect(points).toEqual([
    {
      outcomes: 5,
      count: 5,
      accepted: 0,
      right: null,
      questions: 0,
      unknown: null,
      until: "2026-11-21T10:00:00.000Z",
    },
    expect.objectContaining({ accepted: 4 / 5, right: 2 / 3, questions: 8, unknown: 1 / 4 }),
  ]);
});

/** One draft after the other: confidence, whether it was right, and what the word weighs. */
function summed(drafts: readonly (readonly [number, boolean, number?])[]) {
  const sums = new Map<number, Parameters<typeof calibrationOf>[0][number]>();
  for (const [confidence, right, weight = 1] of drafts) {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    const old = sums.get(bin) ?? {
      bin,
      count: 0,
      weight: 0,
      claimed: 0,
      accepted: 0,
      squares: 0,
      sure: 0,
      sureRight: 0,
    };
    sums.set(bin, {
      bin,
      count: old.count + 1,
      weight: old.weight + weight,
      claimed: old.claimed + weight * confidence,
      accepted: old.accepted + (right ? weight : 0),
      squares: old.squares + weight * (confidence - (right ? 1 : 0)) ** 2,
      sure: old.sure + (confidence >= 0.85 ? weight : 0),
      sureRight: old.sureRight + (confidence >= 0.85 && right ? weight : 0),
    });
  }
  return [...sums.values()].sort((a, b) => a.bin - b.bin);
}

test("calibration sets what was claimed against what was right", () => {
  const { bins, drafts, error, brier, sure } = calibrationOf(
    summed([
      [0.55, true],
      [0.57, false],
      [0.91, false],
    ]),
  );
  expect(bins).toEqual([
    { from: 8 / 15, to: 9 / 15, claimed: expect.closeTo(0.56), accepted: 0.5, count: 2 },
    { from: 13 / 15, to: 14 / 15, claimed: expect.closeTo(0.91), accepted: 0, count: 1 },
  ]);
  expect(drafts).toBe(3);
  expect(sure).toEqual({ count: 1, accepted: 0 });
  expect(error).toBeCloseTo((2 * 0.06 + 0.91) / 3);
  expect(brier).toBeCloseTo((0.45 ** 2 + 0.57 ** 2 + 0.91 ** 2) / 3);
});

test("silence weighs less than a word", () => {
  const { bins, drafts, error } = calibrationOf(
    summed([
      [0.9, true, 0.3],
      [0.9, false],
    ]),
  );
  expect(drafts).toBe(2);
  expect(bins[0]).toMatchObject({ count: 2, accepted: expect.closeTo(0.3 / 1.3) });
  expect(error).toBeCloseTo(0.9 - 0.3 / 1.3);
});

test("without a judged draft there is no error, rather than one of 0", () => {
  expect(calibrationOf([])).toMatchObject({ bins: [], drafts: 0, error: null, brier: null });
});

test("of a sample, counts stand for all of it", () => {
  const [point] = curveOf(
    [
      {
        outcomes: 10,
        count: 5,
        accepted: 4,
        judged: 3,
        right: 2,
        questions: 8,
        unknown: 2,
        until: UNTIL,
      },
    ],
    5,
  );
  expect(point).toMatchObject({ outcomes: 50, count: 25, accepted: 4 / 5, questions: 40 });
});
