import { expect, test } from "vitest";
import { lintRules } from "./lint";
import { Actions, type Condition, type RuleDraft } from "./model";

const KNOWN = {
  teams: new Set(["Billing Team", "Engineering"]),
  people: new Set<string>(),
  categories: new Set(["billing", "technical"]),
  intents: new Set(["bug_report", "billing_problem"]),
  policies: new Set(["VIP promise"]),
};

let number = 0;
function rule(conditions: Condition[], more: Partial<RuleDraft> = {}): RuleDraft {
  const id = `0190a000-0000-7000-8000-${String(++number).padStart(12, "0")}`;
  return {
    id,
    name: `Rule ${number}`,
    enabled: true,
    conditions,
    actions: Actions.parse({ team: "Engineering" }),
    onMatch: "stop",
    ...more,
  };
}
const lint = (...rules: RuleDraft[]) => lintRules(rules, KNOWN);
const kinds = (...rules: RuleDraft[]) => lint(...rules).map(({ kind }) => kind);

const BILLING: Condition = { field: "category", is: "billing" };
const TECHNICAL: Condition = { field: "category", is: "technical" };
const vat: Condition = { field: "text", contains: "VAT" };

test.each<[string, Condition[]]>([
  ["two categories", [BILLING, TECHNICAL]],
  ["a test and its opposite", [vat, { not: { field: "text", contains: "vat" } }]],
  ["a word that holds what is excluded", [{ field: "text", contains: "VAT id" }, { not: vat }]],
  ["an empty choice", [{ any: [] }]],
  [
    "ranges apart",
    [
      { field: "sentiment", below: -0.5 },
      { field: "sentiment", above: 0 },
    ],
  ],
  ["a range without ends", [{ field: "trend" }]],
  [
    "no kind and a kind",
    [
      { field: "novel", is: true },
      { field: "intent", is: "bug_report", minScore: 0 },
    ],
  ],
  [
    "yes and no",
    [
      { field: "trial", is: true },
      { field: "trial", is: false },
    ],
  ],
  [
    "neither yes nor no",
    [{ not: { field: "trial", is: true } }, { not: { field: "trial", is: false } }],
  ],
  ["every way", [{ any: [{ all: [BILLING, TECHNICAL] }, { all: [] }] }, { not: { all: [] } }]],
  [
    "more than there may be",
    [{ field: "recent", atLeast: 5 }, { not: { field: "recent", atLeast: 3 } }],
  ],
])("never matches: %s", (_name, conditions) => {
  expect(kinds(rule(conditions))).toEqual(["never"]);
});

test.each<[string, Condition[]]>([
  ["nothing asked", []],
  ["one way of two", [{ any: [{ all: [BILLING, TECHNICAL] }, BILLING] }]],
  [
    "two intents",
    ["bug_report", "billing_problem"].map((is) => ({ field: "intent", is, minScore: 0 }) as const),
  ],
  [
    "ranges that meet",
    [
      { field: "sentiment", below: 0 },
      { field: "sentiment", above: -0.5 },
    ],
  ],
  [
    "a shorter word excluded by a longer one",
    [vat, { not: { field: "text", contains: "VAT id" } }],
  ],
])("may match: %s", (_name, conditions) => {
  expect(lint(rule(conditions))).toEqual([]);
});

test("a rule behind a wider one that stops never runs, and says which", () => {
  const wide = rule([BILLING]);
  const narrow = rule([BILLING, vat]);
  expect(lint(wide, narrow)).toMatchObject([
    {
      ruleId: narrow.id,
      kind: "shadowed",
      otherId: wide.id,
      text: expect.stringContaining(wide.name),
    },
  ]);
  expect(kinds(narrow, wide)).toEqual([]);
  expect(kinds({ ...wide, enabled: false }, narrow)).toEqual([]);
  expect(kinds({ ...wide, onMatch: "continue" }, narrow)).toEqual([]);
});

test("a surer intent is behind a less sure one; a choice is behind all its ways", () => {
  const sure = (minScore: number): Condition => ({ field: "intent", is: "bug_report", minScore });
  expect(kinds(rule([sure(0.5)]), rule([sure(0.8)]))).toEqual(["shadowed"]);
  expect(kinds(rule([sure(0.8)]), rule([sure(0.5)]))).toEqual([]);
  expect(kinds(rule([{ any: [BILLING, TECHNICAL] }]), rule([TECHNICAL]))).toEqual(["shadowed"]);
  expect(kinds(rule([BILLING]), rule([{ any: [BILLING, TECHNICAL] }]))).toEqual([]);
  expect(kinds(rule([{ not: BILLING }]), rule([TECHNICAL]))).toEqual(["shadowed"]);
});

test("two that can meet and say otherwise contradict each other", () => {
  const first = rule([BILLING], {
    onMatch: "continue",
    actions: Actions.parse({ team: "Billing Team" }),
  });
  expect(kinds(first, rule([vat]))).toEqual(["contradicts"]);
  expect(kinds(first, rule([TECHNICAL]))).toEqual([]);
  expect(kinds(first, rule([vat], { actions: first.actions }))).toEqual([]);
});

test("what it names is there", () => {
  const actions = Actions.parse({
    team: "Night shift",
    assignee: { mode: "person", personId: "0190a000-0000-7000-8000-000000000999" },
  });
  const asks: Condition[] = [
    { not: { field: "category", is: "gone" } },
    { field: "intent", is: "gone", minScore: 0 },
  ];
  expect(kinds(rule(asks, { actions }))).toEqual(["missing", "missing", "missing", "missing"]);
});

test("names are not given twice, patterns can be read", () => {
  const bad: Condition = { field: "pattern", matches: "(unclosed" };
  const huge: Condition = { field: "pattern", matches: "\\pL{1,1000}" };
  expect(kinds(rule([BILLING], { name: "Same" }), rule([TECHNICAL], { name: " same " }))).toEqual([
    "duplicate",
  ]);
  expect(lint(rule([bad]))).toMatchObject([
    { kind: "unreadable", text: expect.stringContaining("missing closing )") },
  ]);
  expect(lint(rule([huge]))).toMatchObject([
    { kind: "unreadable", text: expect.stringContaining("repeats something too often") },
  ]);
  expect(kinds(rule([], { unreadable: true }))).toEqual(["unreadable"]);
});

test("a rule with more ways than anybody reads is not judged", () => {
  const four: Condition = {
    any: ["a", "b", "c", "d"].map((contains) => ({ field: "text", contains }) as const),
  };
  expect(lint(rule([four, four, four, four, BILLING, TECHNICAL]))).toEqual([]);
});
