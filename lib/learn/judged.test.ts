import { describe, expect, test } from "vitest";
import { judgedByRating, judgedByRejecting, judgedBySending, judgedByTakingOver } from "./judged";

const DRAFT = { id: "a", judgedRow: [1, 0.5], sampleRate: null };
const SAMPLED = { ...DRAFT, sampleRate: 0.05 };

describe("what the end of a draft says of its confidence", () => {
  test.each([
    ["accepted", judgedBySending(DRAFT, true), { right: true, weight: 1 }],
    ["rewritten", judgedBySending(DRAFT, false), { right: false, weight: 1 }],
    ["rejected", judgedByRejecting(DRAFT, "missing_step"), { right: false, weight: 1 }],
    [
      "rejected for its tone",
      judgedByRejecting(DRAFT, "wrong_tone"),
      { right: false, weight: 0.3 },
    ],
    ["taken over", judgedByTakingOver(SAMPLED), { right: false, weight: 0.5 }],
    ["rated well", judgedByRating(DRAFT, 4), { right: true, weight: 0.5 }],
    ["rated badly", judgedByRating(DRAFT, 2), { right: false, weight: 0.5 }],
    ["a sample, for all like it", judgedBySending(SAMPLED, true), { right: true, weight: 20 }],
    [
      "a rare sample, for no more than forty",
      judgedByRejecting({ ...DRAFT, sampleRate: 0.001 }, "other"),
      { right: false, weight: 40 },
    ],
  ])("%s", (_, signals, said) => {
    expect(signals).toEqual([{ type: "judged", id: "a", row: [1, 0.5], ...said }]);
  });

  test("nothing, where it was not scored, or the rating says neither", () => {
    expect(judgedBySending({ ...DRAFT, judgedRow: null }, true)).toEqual([]);
    expect(judgedBySending({ ...DRAFT, judgedRow: [1, Number.NaN] }, true)).toEqual([]);
    expect(judgedByRating(DRAFT, 3)).toEqual([]);
    expect(judgedByRating(null, 5)).toEqual([]);
  });
});
