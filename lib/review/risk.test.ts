import { expect, test } from "vitest";
import { type RiskFacts, riskOf } from "./risk";

const PLAIN: RiskFacts = {
  kind: "held",
  sent: false,
  priority: "normal",
  intent: null,
  novelty: 0,
  tier: "business",
  seats: 5,
  sentiment: 0,
  spread: 1,
  confidence: 0.5,
  unsupported: 0,
  waiting: 0,
};
const score = (facts: Partial<RiskFacts>) => riskOf({ ...PLAIN, ...facts }).score;

test.each<[string, Partial<RiskFacts>]>([
  ["what a colleague asks about", { kind: "second" }],
  ["a security report", { intent: "security_report" }],
  ["an urgent one", { priority: "urgent" }],
  ["a kind never seen", { novelty: 0.9 }],
  ["an upset customer", { sentiment: -0.4 }],
  ["an enterprise customer", { tier: "enterprise" }],
  ["a source of many drafts", { spread: 12 }],
  ["a claim without a source", { unsupported: 1 }],
  ["what was sent", { kind: "flagged", sent: true }],
  ["who has waited longer", { waiting: 20 }],
  ["what is less sure", { confidence: 0.1 }],
])("%s comes before the same without it", (_what, facts) => {
  expect(score(facts)).toBeGreaterThan(score({}));
});

test("the asked-for look beats everything, the audit comes after everything", () => {
  const worst = {
    intent: "security_report",
    priority: "urgent",
    sentiment: -1,
    novelty: 1,
    tier: "enterprise",
    seats: 5000,
    spread: 1000,
    unsupported: 3,
    waiting: 100,
    confidence: 0,
  } as const;
  expect(score({ kind: "second" })).toBeGreaterThan(score(worst));
  expect(score({ kind: "sampled", sent: true, confidence: 0.9 })).toBeLessThan(
    score({ confidence: 1 }),
  );
});

test("names its reasons, the heaviest first", () => {
  const facts = {
    intent: "security_report",
    sentiment: -0.9,
    kind: "flagged",
    sent: true,
  } as const;
  expect(riskOf({ ...PLAIN, ...facts }).because).toEqual([
    "security",
    "angry customer",
    "already sent",
  ]);
  expect(riskOf(PLAIN).because).toEqual([]);
});
