import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleMatch } from "../knowledge/model";
import { decide } from "./decide";
import { priorEvidence } from "./evidence";
import type { EvidenceInput } from "./evidence-input";

const article = (change: Partial<ArticleMatch> = {}): ArticleMatch => ({
  articleId: "a",
  slug: "export",
  title: "Export time entries",
  category: "technical",
  score: 0.8,
  coverage: 0.9,
  passageCoverage: 0.9,
  titleMatch: 0.8,
  heldWords: 9,
  passages: [],
  ...change,
});

const GOOD: EvidenceInput = {
  match: { articles: [article()], words: [], unknownShare: 0, total: 40 },
  intents: [{ intent: "usage_help", score: 0.8 }],
  category: "technical",
  sentiment: 0,
  leftOut: 0,
  hasDraft: true,
  experience: { uses: 3, outcomes: 100 },
  capsLifted: false,
};

const confidenceOf = (change: Partial<EvidenceInput>) =>
  priorEvidence({ ...GOOD, ...change }).confidence;

describe("caps", () => {
  test("none bites with three uses and a hundred outcomes", () => {
    expect(confidenceOf({})).toBeGreaterThan(0.9);
  });
  test("below three uses an answer stays under 0.60", () => {
    const confidence = confidenceOf({ experience: { uses: 2, outcomes: 100 } });
    expect(confidence).toBeLessThan(0.6);
    expect(confidence).toBeGreaterThan(0.59);
  });
  test("below a hundred outcomes nothing reaches 0.85", () => {
    expect(confidenceOf({ experience: { uses: 3, outcomes: 99 } })).toBeLessThan(0.85);
  });
  test("an admin may lift both; the number before them is always shown", () => {
    const fresh = { uses: 0, outcomes: 0 };
    expect(confidenceOf({ experience: fresh, capsLifted: true })).toBeGreaterThan(0.9);
    const { parts } = priorEvidence({ ...GOOD, experience: fresh });
    expect(parts.find(({ name }) => name === "uncapped")?.value).toBeGreaterThan(0.9);
    expect(parts.filter(({ name }) => name === "cap")).toHaveLength(2);
  });
  test("two words in common are never enough, even with caps lifted", () => {
    const match = { ...GOOD.match, articles: [article({ heldWords: 2 })] };
    expect(confidenceOf({ match, capsLifted: true })).toBeLessThan(0.6);
  });
});

describe("what lowers it", () => {
  test.each<[string, Partial<EvidenceInput>]>([
    ["unknown words", { match: { ...GOOD.match, unknownShare: 0.6 } }],
    ["a close second", { match: { ...GOOD.match, articles: [article(), article()] } }],
    ["another category", { category: "billing" }],
    ["an upset customer", { sentiment: -0.8 }],
    ["steps left out", { leftOut: 2 }],
    ["a wish", { intents: [{ intent: "feature_request", score: 0.8 }] }],
    ["an unknown kind", { intents: [] }],
  ])("%s", (_, change) => {
    expect(confidenceOf(change)).toBeLessThan(confidenceOf({}));
  });

  test("no article or no draft is no confidence", () => {
    expect(confidenceOf({ hasDraft: false })).toBe(0);
    expect(confidenceOf({ match: { ...GOOD.match, articles: [] } })).toBe(0);
  });
});

describe("what outcomes taught", () => {
  const trust = (outcomes: number, confidence: number) => ({
    version: "2.0.7",
    codeHeld: false,
    calibration: { outcomes, confidence: () => confidence },
  });

  test("replaces the weights' word, and is told; caps stay after it", () => {
    const scored = priorEvidence({ ...GOOD, trust: trust(240, 0.7149) });
    expect(scored.confidence).toBe(0.7149);
    expect(scored.modelVersion).toBe("2.0.7");
    const words = scored.parts.find(({ name }) => name === "calibrated")?.words;
    expect(words).toMatch(/^0\.71 after what 240 outcomes taught, 0\.9\d before$/);
    const few = { ...GOOD, experience: { uses: 2, outcomes: 100 } };
    expect(priorEvidence({ ...few, trust: trust(240, 0.95) }).confidence).toBeLessThan(0.6);
  });

  test("is nothing without outcomes; a confidence that is no number is held", () => {
    const before = priorEvidence(GOOD);
    expect(priorEvidence({ ...GOOD, trust: trust(0, 0.1) })).toEqual(before);
    const scored = priorEvidence({ ...GOOD, sentiment: Number.NaN, trust: trust(9, Number.NaN) });
    expect(scored.row).toBeNull();
    expect(decide(scored.confidence, { send: 0.85, flag: 0.6 }, []).decision).toBe("held");
  });
});

test("is a probability for any shares", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, share, fc.nat(300), (a, b, c, d, heldWords) => {
      const one = article({
        score: a || 0.1,
        coverage: b,
        passageCoverage: c,
        titleMatch: d,
        heldWords,
      });
      const { confidence } = priorEvidence({
        ...GOOD,
        match: { articles: [one], words: [], unknownShare: 1 - b, total: 1 },
      });
      return confidence >= 0 && confidence <= 1;
    }),
  );
});
