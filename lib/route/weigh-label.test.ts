import { describe, expect, test } from "vitest";
import type { LearnedGuess } from "./model";
import { learnedReason, namesTeam, outweighs, weighIntent, weighPriority } from "./weigh-label";

const guess = (set: Partial<LearnedGuess> = {}): LearnedGuess => ({
  label: "onboarding",
  confidence: 0.7,
  runnerUp: null,
  novel: false,
  evidence: [],
  examples: 6,
  against: [],
  tickets: [12, 31],
  ...set,
});

describe("what was learned against what the words say", () => {
  test.each([
    ["nothing learned", undefined, { label: null, strength: 0 }, false],
    ["the words say nothing", guess({ confidence: 0.5 }), { label: null, strength: 0 }, true],
    ["too unsure even then", guess({ confidence: 0.49 }), { label: null, strength: 0 }, false],
    ["like nothing learned", guess({ novel: true }), { label: null, strength: 0 }, false],
    ["surer than the words", guess(), { label: "billing", strength: 0.65 }, true],
    ["less sure than the words", guess(), { label: "billing", strength: 0.75 }, false],
    ["weak words", guess({ confidence: 0.59 }), { label: "billing", strength: 0.2 }, false],
    ["the same label", guess(), { label: "onboarding", strength: 0.2 }, false],
  ])("%s", (_name, learned, said, wins) => {
    expect(outweighs(learned, said)).toBe(wins);
  });

  test("words that people have corrected on such tickets count for nothing", () => {
    const said = { label: "billing", strength: 0.95 };
    expect(outweighs(guess({ against: ["billing"] }), said)).toBe(true);
    expect(outweighs(guess({ against: ["technical"] }), said)).toBe(false);
  });
});

test("a learned intent takes the place of the primary one; others stay beside it", () => {
  const said = {
    intents: [
      { intent: "usage_help", score: 0.6 },
      { intent: "feature_request", score: 0.55 },
    ],
    primary: "usage_help",
  };
  expect(weighIntent(said, guess({ confidence: 0.789 }))).toMatchObject({
    intents: [
      { intent: "onboarding", score: 0.78 },
      { intent: "feature_request", score: 0.55 },
    ],
    primary: "onboarding",
    decided: { confidence: 0.789 },
  });
  expect(weighIntent(said, guess({ confidence: 0.59 }))).toEqual({ ...said, decided: null });
});

describe("priority", () => {
  const high = guess({ label: "high", confidence: 0.8, examples: 5 });
  test("is set when it is well known, up and down", () => {
    expect(weighPriority("low", high)).toEqual({ priority: "high", decided: high });
    const low = { ...high, label: "low" };
    expect(weighPriority("high", low)).toEqual({ priority: "low", decided: low });
  });
  test.each([
    ["few examples", "low", { ...high, examples: 4 }],
    ["unsure", "low", { ...high, confidence: 0.79 }],
    ["what the words call urgent stays", "urgent", high],
    ["an unknown word", "low", { ...high, label: "whenever" }],
  ] as const)("%s", (_name, scored, learned) => {
    expect(weighPriority(scored, learned)).toEqual({ priority: scored, decided: null });
  });
});

test("a team is named only when it is sure", () => {
  expect(namesTeam(guess({ confidence: 0.6 }))).toBe(true);
  expect(namesTeam(guess({ confidence: 0.59 }))).toBe(false);
  expect(namesTeam(undefined)).toBe(false);
});

test("the reason names its tickets, and cuts the number", () => {
  expect(learnedReason("people filed such requests under onboarding", guess())).toEqual({
    text: "people filed such requests under onboarding: #12, #31 (0.70)",
    evidence: [],
  });
  const alone = guess({ tickets: [], confidence: 0.899 });
  expect(learnedReason("so", alone).text).toBe("so (0.89)");
});
