import { expect, test } from "vitest";
import { calibrationOf, curveOf, type Outcome } from "./curve";

const one = (change: Partial<Outcome>): Outcome => ({
  reviewState: "approved",
  decision: "held",
  outcome: null,
  nearly: false,
  confidence: 0.5,
  drafted: true,
  at: new Date("2026-11-21T10:00:00Z"),
  ...change,
});
const TAKEN_OVER = one({ reviewState: "none", outcome: "taken over", confidence: 0.91 });
const BY_HAND = one({ reviewState: "none", outcome: "taken over", drafted: false });

test("what the desk sent, and what people accepted, is answered by drafts; small edits too", () => {
  const points = curveOf([
    BY_HAND,
    TAKEN_OVER,
    one({}),
    one({ reviewState: "corrected", nearly: true }),
    one({ reviewState: "corrected" }),
    one({ reviewState: "none", decision: "sent" }),
    one({ reviewState: "rejected" }),
  ]);
  expect(points).toMatchObject([
    { outcomes: 5, count: 5, accepted: 2 / 5, right: 2 / 4 },
    { outcomes: 7, count: 2, accepted: 1 / 2, right: 0 },
  ]);
});

test("an early desk, where people answer all by hand, has nothing right or wrong yet", () => {
  expect(curveOf([BY_HAND])).toMatchObject([{ accepted: 0, right: null }]);
  expect(curveOf([])).toEqual([]);
});

test("a reply that was re-opened was not right, whoever approved it", () => {
  const [point] = curveOf([one({ outcome: "reopened" })]);
  expect(point).toMatchObject({ accepted: 0, right: 0 });
});

test("calibration sets what was claimed against what people said", () => {
  const { bins, error } = calibrationOf([
    one({ confidence: 0.55 }),
    one({ confidence: 0.57, reviewState: "rejected" }),
    TAKEN_OVER,
    BY_HAND,
  ]);
  expect(bins).toEqual([
    { claimed: expect.closeTo(0.56), accepted: 0.5, count: 2 },
    { claimed: expect.closeTo(0.91), accepted: 0, count: 1 },
  ]);
  expect(error).toBeCloseTo((2 * 0.06 + 0.91) / 3);
  expect(calibrationOf([]).error).toBeNull();
});
