import { expect, test } from "vitest";
import { newId } from "../platform/ids";
import { decide } from "./decide";
import { drawOf, sampled } from "./sampling";

const BANDS = { send: 0.85, flag: 0.6 };
const ids = Array.from({ length: 4000 }, newId);
const sure = decide(0.92, BANDS, []);

test("draws evenly, the same for the same attempt", () => {
  const draws = ids.map(drawOf);
  expect(draws).toEqual(ids.map(drawOf));
  // Ten bins of 400; 3.5 standard deviations of a binomial count are 66.
  for (let bin = 0; bin < 10; bin++) {
    const inside = draws.filter((draw) => Math.floor(draw * 10) === bin).length;
    expect(Math.abs(inside - 400)).toBeLessThan(66 + 14);
  }
});

test("chooses the set share of confident replies; they are sent all the same", () => {
  const chosen = ids.map((id) => sampled(sure, id, 0.2)).filter((one) => one.sampleRate !== null);
  expect(chosen.length / ids.length).toBeCloseTo(0.2, 1);
  expect(chosen[0]).toMatchObject({
    decision: "sent",
    thenStatus: "resolved",
    reviewState: "flagged",
    sampleRate: 0.2,
    because: expect.stringContaining("0.20"),
  });
  expect(ids.every((id) => sampled(sure, id, 1).reviewState === "flagged")).toBe(true);
  expect(ids.every((id) => sampled(sure, id, 0).reviewState === "none")).toBe(true);
});

test("leaves alone what is reviewed or held anyway", () => {
  for (const confidence of [0.7, 0.2]) {
    const decided = decide(confidence, BANDS, []);
    expect(sampled(decided, newId(), 1)).toEqual({ ...decided, sampleRate: null });
  }
});
