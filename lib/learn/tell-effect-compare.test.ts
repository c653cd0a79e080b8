import { describe, expect, test } from "vitest";
import type { Prediction } from "../predictor/model";
import { type Before, differs, lookOf, mayLeave } from "./tell-effect-compare";

const BANDS = { send: 0.85, flag: 0.6 };
const stood = (change: Partial<Before> = {}): Before => ({
  subject: "answer:a",
  confidence: 0.5,
  likened: false,
  ...change,
});
const a = { subject: "answer:a", confidence: 0.5 };
const b = { subject: "answer:b", confidence: 0.5 };
const NONE: ReadonlySet<string> = new Set();

describe("a ticket would be answered differently", () => {
  test.each([
    ["with the same in the same band", stood(), a, false],
    ["with another answer", stood(), b, true],
    ["with nothing any more", stood(), { subject: null, confidence: 0 }, true],
    ["where it passes 0.60", stood(), { ...a, confidence: 0.6 }, true],
    ["where it stays below 0.85", stood({ confidence: 0.6 }), { ...a, confidence: 0.84 }, false],
    ["where it falls below 0.85", stood({ confidence: 0.9 }), { ...a, confidence: 0.84 }, true],
  ])("%s", (_, was, now, changed) => {
    expect(differs(was, now, BANDS, NONE)).toBe(changed);
  });

  test("by a correction of that answer only, when all that is known is its draft", () => {
    const draft = stood({ likened: true });
    expect(differs(draft, b, BANDS, NONE)).toBe(false);
    expect(differs(draft, b, BANDS, new Set(["answer:b"]))).toBe(true);
    expect(differs(draft, b, BANDS, new Set(["answer:a"]))).toBe(true);
  });
});

test("a held draft is worth another try when it may leave now and could not before", () => {
  const sure = { subject: "answer:a", confidence: 0.7 };
  expect(mayLeave(a, sure, BANDS)).toBe(true);
  expect(mayLeave(b, sure, BANDS)).toBe(true);
  expect(mayLeave({ ...a, confidence: 0.65 }, sure, BANDS)).toBe(false);
  expect(mayLeave(b, a, BANDS)).toBe(false);
  expect(mayLeave(null, sure, BANDS)).toBe(false);
  expect(mayLeave(a, { ...sure, confidence: Number.NaN }, BANDS)).toBe(false);
});

/** Of a prediction what counts here. */
function predicted(outcomes: number, novel = false): Prediction {
  const evidence = (similarity: number) => [{ source: "t", similarity }];
  const parts = { outcomes } as Prediction["parts"]; // the others are not read
  return {
    candidates: [
      { answer: "article:x", probability: 0.6, evidence: [] },
      { answer: "answer:y", probability: 0.3, evidence: evidence(0.4) },
      { answer: "answer:z", probability: 0.1, evidence: evidence(0.1) },
    ],
    confidence: 0.59,
    uncapped: 0.8,
    novelty: novel ? 0.9 : 0.1,
    novel,
    automatic: false,
    held: [],
    parts,
  };
}

describe("what a prediction comes to", () => {
  test("a young desk goes by the nearest ticket, an older one by what it has learned", () => {
    expect(lookOf(predicted(3), () => false)).toEqual({ subject: "answer:y", confidence: 0 });
    expect(lookOf(predicted(50), () => false)).toEqual({ subject: "article:x", confidence: 0.59 });
  });

  test("lifted caps count; what is unlike anything seen has no answer", () => {
    expect(lookOf(predicted(50), () => true).confidence).toBe(0.8);
    expect(lookOf(predicted(50, true), () => false)).toEqual({ subject: null, confidence: 0 });
  });
});
