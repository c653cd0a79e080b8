import { describe, expect, test } from "vitest";
import { CAUTION, type DraftEvidence, modelScore, rowOf } from "./model-evidence";
import { fitted, probability } from "./model-fit";

const evidence = (more: Partial<DraftEvidence> = {}): DraftEvidence => ({
  support: { share: 1, least: 0.9, claims: 3, unchecked: 0 },
  agreement: null,
  sameAsLocal: true,
  local: 0.8,
  novelty: 0,
  unknown: 0,
  asksBack: false,
  leftOut: 0,
  sentiment: 0,
  lookedUp: false,
  ...more,
});
const ended = (count: number, right: boolean, of = evidence()) =>
  Array.from({ length: count }, () => ({ row: rowOf(of), right, weight: 1 }));
const score = (
  of: DraftEvidence,
  history: Parameters<typeof modelScore>[1]["history"] = [],
  seen = { uses: 5, outcomes: 200 },
) =>
  modelScore(of, {
    model: "m-1",
    promptVersion: "draft-1",
    history,
    experience: seen,
    capsLifted: false,
  });

describe("a model's draft", () => {
  test("stays under the caution until enough of its drafts have ended", () => {
    const first = score(evidence());
    expect(first.confidence).toBeLessThan(CAUTION.below);
    expect(first.parts.at(-1)?.words).toBe(
      "Kept under 0.60: 0 of 20 outcomes of m-1 with this prompt so far",
    );
    expect(score(evidence(), ended(19, true)).confidence).toBeLessThan(CAUTION.below);
    expect(score(evidence(), ended(20, true)).confidence).toBeGreaterThan(0.85);
  });

  test("counts weak signs of how a draft ended as what they weigh", () => {
    const weak = ended(30, true).map((one) => ({ ...one, weight: 0.3 }));
    const held = score(evidence(), weak);
    expect(held.confidence).toBeLessThan(CAUTION.below);
    expect(held.parts.at(-1)?.words).toMatch(/: 9 of 20 outcomes/);
    expect(score(evidence(), [...weak, ...ended(15, true)]).confidence).toBeGreaterThan(0.8);
  });

  test("falls with drafts that were wrong", () => {
    const good = score(evidence(), ended(30, true)).confidence;
    const mixed = score(evidence(), [...ended(15, true), ...ended(15, false)]).confidence;
    const bad = score(evidence(), ended(30, false)).confidence;
    expect(mixed).toBeLessThan(good);
    expect(mixed).toBeGreaterThan(0.3);
    expect(mixed).toBeLessThan(0.7);
    expect(bad).toBeLessThan(0.3);
  });

  test("the desk's own caps stay", () => {
    const fresh = score(evidence(), ended(40, true), { uses: 0, outcomes: 3 });
    expect(fresh.confidence).toBeLessThan(0.6);
  });

  test.each<[string, Partial<DraftEvidence>]>([
    ["less support", { support: { share: 0.5, least: 0.1, claims: 4, unchecked: 0 } }],
    ["another answer than the desk's own", { sameAsLocal: false }],
    ["samples that say something else", { agreement: 0.1 }],
    ["a new kind of question", { novelty: 0.9 }],
    ["things it does not know", { unknown: 3 }],
    ["an upset customer", { sentiment: -0.9 }],
  ])("loses confidence by %s", (_, more) => {
    const raw = (of: DraftEvidence) =>
      score(of, ended(25, true)).parts.find(({ name }) => name === "uncapped")?.value ?? 1;
    expect(raw(evidence(more))).toBeLessThan(raw(evidence()));
  });

  test("is left to a person where it only asks, or can't be checked", () => {
    const asks = { share: 1, least: 1, claims: 0, unchecked: 0 };
    expect(score(evidence({ support: asks })).blocks).toContain(
      "it only asks, and answers nothing",
    );
    const foreign = { share: 0, least: 0, claims: 2, unchecked: 2 };
    expect(score(evidence({ support: foreign })).blocks.join()).toMatch(/another language/);
    expect(score(evidence({ unknown: 1 })).blocks.join()).toMatch(/does not know/);
    expect(score(evidence()).blocks).toEqual([]);
  });

  test("outcomes of another length or without numbers are left out", () => {
    const start = [0, 1];
    const strange = [
      { row: [1], right: false, weight: 1 },
      { row: [1, Number.NaN], right: false, weight: 1 },
    ];
    expect(fitted(start, strange)).toEqual(start);
    expect(probability(start, [1, 2])).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });
});
