import { expect, test } from "vitest";
import { applyRules } from "./apply-rules";
import { Actions, type Condition, type RuleFacts } from "./model";

/** As an early version kept them: neither account nor time. */
const FACTS: RuleFacts = {
  intents: [],
  category: "billing",
  channel: "email",
  source: "",
  tier: "business",
  text: "",
  subject: "",
  language: "en",
  sentiment: 0,
  trend: null,
  priority: "normal",
  tags: [],
  tools: [],
  recent: 0,
  failedInvoices: 0,
  tried: 0,
  inTrial: false,
  paying: true,
  novel: true,
  escalated: false,
};

const verdict = (condition: Condition, facts = FACTS) =>
  applyRules(
    [{ id: "1", name: "R", conditions: [condition], actions: Actions.parse({}), onMatch: "stop" }],
    facts,
  ).rules[0];

const ACCOUNT: Condition = { field: "account", is: "Acme" };
const YES: Condition = { field: "category", is: "billing" };
const NO: Condition = { field: "category", is: "technical" };

test.each<[string, Condition]>([
  ["it", ACCOUNT],
  ["its opposite", { not: ACCOUNT }],
  ["with what holds", { all: [YES, ACCOUNT] }],
  ["or what does not", { any: [NO, ACCOUNT] }],
])("what was not kept is unknown and does not match: %s", (_name, condition) => {
  expect(verdict(condition)).toMatchObject({ matched: false, unknown: true });
});

test("what is known decides where it can", () => {
  expect(verdict({ all: [ACCOUNT, NO] })).toEqual({
    name: "R",
    matched: false,
    why: "category is billing",
  });
  expect(verdict({ any: [ACCOUNT, YES] })).toMatchObject({ matched: true });
});

test("an account is known by name, key or id, a time by the rule's own zone", () => {
  const account = { id: "0190a000-0000-7000-8000-000000000001", name: "Acme Ltd", key: "acme" };
  const facts = { ...FACTS, account, at: "2026-11-20T23:30:00Z" }; // Saturday 00:30 in Berlin
  for (const is of ["acme ltd", "ACME", account.id]) {
    expect(verdict({ field: "account", is }, facts)?.matched).toBe(true);
  }
  expect(verdict(ACCOUNT, facts)).toMatchObject({ matched: true });
  const weekend = { field: "time" as const, days: [6, 7], from: "00:00", to: "00:00" };
  expect(verdict({ ...weekend, zone: "Europe/Berlin" }, facts)?.matched).toBe(true);
  expect(verdict({ ...weekend, zone: "UTC" }, facts)).toMatchObject({
    matched: false,
    why: "it was written Fri 23:30",
  });
});
