import { expect, test } from "vitest";
import { diffRules } from "./diff";
import { Actions, type RuleDraft } from "./model";
import { ruleWords } from "./words";

const NAMES = {
  intent: (slug: string) => slug.replace("_", " "),
  category: (slug: string) => slug,
  person: () => "Ada",
};

const draft = (name: string, more: Partial<RuleDraft> = {}): RuleDraft => ({
  id: name,
  name,
  enabled: true,
  conditions: [],
  actions: Actions.parse({}),
  onMatch: "stop",
  ...more,
});
const [a, b, c] = [draft("a"), draft("b"), draft("c")];
const diff = (before: RuleDraft[], after: RuleDraft[]) => diffRules(before, after, NAMES);

test("nothing differs from itself", () => expect(diff([a, b, c], [a, b, c])).toEqual([]));

test("new and gone rules move no other", () => {
  expect(diff([a, b, c], [draft("d"), b, c])).toEqual([
    { kind: "added", id: "d", name: "d", lines: ["place 1"] },
    { kind: "removed", id: "a", name: "a", lines: [] },
  ]);
});

test("one that was moved is named, not those that gave way", () => {
  expect(diff([a, b, c], [c, a, b])).toEqual([
    { kind: "moved", id: "c", name: "c", lines: ["place 3 → 1"] },
  ]);
});

test("a change is told field by field", () => {
  const before = draft("a", {
    conditions: [{ field: "tier", is: "business" }],
    actions: Actions.parse({ team: "Engineering", tags: ["sso"] }),
  });
  const after = draft("a", {
    name: "Outages",
    enabled: false,
    conditions: [{ field: "sentiment", below: -0.2 }],
    actions: Actions.parse({
      priority: "urgent",
      tags: ["outage"],
      aiMayAnswer: false,
      assignee: { mode: "person", personId: "0190a000-0000-7000-8000-000000000001" },
    }),
    onMatch: "continue",
  });
  expect(diff([before], [after])[0]?.lines).toEqual([
    "name: “a” → “Outages”",
    "switched off",
    "new condition: sentiment below −0.2",
    "no longer asks: plan is business",
    "team: Engineering → none",
    "assignee: none → Ada",
    "priority: as scored → urgent",
    "tag added: outage",
    "tag removed: sso",
    "AI: not said → AI may not answer",
    "after a match: stop → go on to the next rule",
  ]);
});

test("keys in another order are the same rule", () => {
  const stored = draft("a", {
    conditions: [JSON.parse('{"minScore":0,"is":"x","field":"intent"}')],
  });
  const written = draft("a", { conditions: [{ field: "intent", is: "x", minScore: 0 }] });
  expect(diff([stored], [written])).toEqual([]);
});

test("a rule in one sentence", () => {
  const rule = draft("a", {
    conditions: [
      { field: "intent", is: "billing_problem", minScore: 0.6 },
      { any: ["business", "enterprise"].map((is) => ({ field: "tier", is }) as const) },
      {
        not: {
          any: [
            { field: "text", contains: "VAT" },
            { field: "trial", is: true },
          ],
        },
      },
    ],
    actions: Actions.parse({ team: "Billing Team", priority: "high", tags: ["billing", "urgent"] }),
  });
  expect(ruleWords(rule, NAMES)).toBe(
    "If intent is billing problem (≥ 0.60) and plan is one of business, enterprise and not (text mentions “VAT” or account is in trial), then team Billing Team, priority high, tags billing, urgent; stop",
  );
  expect(ruleWords(draft("a", { onMatch: "continue" }), NAMES)).toBe(
    "Always change nothing; go on to the next rule",
  );
});
