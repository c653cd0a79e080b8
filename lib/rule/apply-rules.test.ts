import { describe, expect, test } from "vitest";
import { applyRules } from "./apply-rules";
import { Actions, Condition, DEFAULT_ROUTES, type Rule, type RuleFacts } from "./model";

const FACTS: RuleFacts = {
  intents: [{ intent: "bug_report", score: 0.7 }],
  category: "technical",
  channel: "email",
  source: "widget",
  tier: "business",
  text: "The Export fails with error 500",
  subject: "Export broken",
  language: "en",
  sentiment: -0.2,
  trend: null,
  priority: "normal",
  tags: ["vip"],
  tools: ["lookup_invoice"],
  recent: 3,
  failedInvoices: 0,
  tried: 1,
  inTrial: false,
  paying: true,
  novel: false,
  escalated: false,
};

let number = 0;
const rule = (change: {
  conditions?: Condition[];
  actions?: Partial<Actions>;
  onMatch?: Rule["onMatch"];
}): Rule => ({
  id: String(++number),
  name: `Rule ${number}`,
  conditions: change.conditions ?? [],
  actions: Actions.parse(change.actions ?? {}),
  onMatch: change.onMatch ?? "stop",
});

const matches = (condition: Condition, facts = FACTS) =>
  applyRules([rule({ conditions: [condition] })], facts).rules[0]?.matched;

describe("the default table", () => {
  const table = DEFAULT_ROUTES.map(({ intent, team, priority, tags }) =>
    rule({
      conditions: [{ field: "intent", is: intent, minScore: 0 }],
      actions: { team, priority, tags: [...tags] },
    }),
  );

  test.each(DEFAULT_ROUTES.map((route) => [route.intent, route] as const))(
    "%s",
    (intent, route) => {
      const facts = { ...FACTS, priority: "low" as const, intents: [{ intent, score: 0.6 }] };
      expect(applyRules(table, facts)).toMatchObject({
        team: { name: route.team },
        priority: route.priority,
        tags: [...route.tags],
        aiMayAnswer: true,
      });
    },
  );

  test("security comes before usage", () => {
    const intents = ["usage_help", "security_report"].map((intent) => ({ intent, score: 0.6 }));
    expect(applyRules(table, { ...FACTS, intents }).team?.name).toBe("Security");
  });

  test("anything else is unclassified, at least normal, and has no team of a rule", () => {
    expect(applyRules(table, { ...FACTS, intents: [], priority: "low" })).toMatchObject({
      team: null,
      priority: "normal",
      tags: ["unclassified"],
    });
    expect(applyRules(table, { ...FACTS, intents: [], priority: "urgent" }).priority).toBe(
      "urgent",
    );
  });
});

describe("order", () => {
  test("the first match ends the search, unless it lets others add", () => {
    const first = rule({ actions: { team: "A", tags: ["a"] }, onMatch: "continue" });
    const second = rule({ actions: { team: "B", tags: ["b", "a"] } });
    const third = rule({ actions: { team: "C" } });
    const outcome = applyRules([first, second, third], FACTS);
    expect(outcome).toMatchObject({ team: { name: "B" }, tags: ["a", "b"] });
    expect(outcome.rules[2]).toMatchObject({
      matched: false,
      why: expect.stringContaining("not looked at"),
    });
  });

  test("of two that name somebody, the later one decides", () => {
    const personId = "0190a000-0000-7000-8000-000000000001";
    const one = rule({ actions: { assignee: { mode: "person", personId } }, onMatch: "continue" });
    const two = rule({ actions: { assignee: { mode: "least_busy" } } });
    expect(applyRules([one, two], FACTS).assignee).toEqual({
      want: { mode: "least_busy" },
      rule: two.name,
    });
    expect(applyRules([rule({})], FACTS).assignee).toBeNull();
  });

  test("a refusal to let the AI answer stays", () => {
    const stop = rule({ actions: { aiMayAnswer: false }, onMatch: "continue" });
    const allow = rule({ actions: { aiMayAnswer: true } });
    expect(applyRules([stop, allow], FACTS)).toMatchObject({
      aiMayAnswer: false,
      aiStoppedBy: stop.name,
    });
  });
});

describe("priority", () => {
  const priorityOf = (actions: Partial<Actions>) => applyRules([rule({ actions })], FACTS).priority;

  test("rises", () => expect(priorityOf({ priority: "high" })).toBe("high"));
  test("does not fall", () => expect(priorityOf({ priority: "low" })).toBe("normal"));
  test("falls where the rule says so", () =>
    expect(priorityOf({ priority: "low", priorityEvenIfLower: true })).toBe("low"));
});

describe("conditions", () => {
  test.each<[Condition, boolean]>([
    [{ field: "intent", is: "bug_report", minScore: 0.7 }, true],
    [{ field: "intent", is: "bug_report", minScore: 0.71 }, false],
    [{ field: "intent", is: "usage_help", minScore: 0 }, false],
    [{ field: "category", is: "technical" }, true],
    [{ field: "channel", is: "chat" }, false],
    [{ field: "tier", is: "business" }, true],
    [{ field: "priority", is: "normal" }, true],
    [{ field: "language", is: "de" }, false],
    [{ field: "sentiment", below: 0 }, true],
    [{ field: "sentiment", below: -0.2 }, false],
    [{ field: "text", contains: "EXPORT" }, true],
    [{ field: "text", contains: "import" }, false],
    [{ field: "pattern", matches: "error\\s+\\d{3}" }, true],
    [{ field: "pattern", matches: "(unclosed" }, false],
    [{ field: "pattern", matches: "(?=lookahead)" }, false],
  ])("%o: %s", (condition, expected) => {
    expect(matches(condition)).toBe(expected);
  });

  test.each<[Condition, boolean]>([
    [{ field: "source", is: "widget" }, true],
    [{ field: "subject", contains: "BROKEN" }, true],
    [{ field: "subject", contains: "error 500" }, false],
    [{ field: "sentiment", above: -0.5, below: 0 }, true],
    [{ field: "sentiment", above: -0.2 }, false],
    [{ field: "sentiment" }, false],
    [{ field: "trend", below: 0 }, false],
    [{ field: "tag", is: "VIP" }, true],
    [{ field: "tag", is: "vi" }, false],
    [{ field: "tool", is: "lookup_invoice" }, true],
    [{ field: "recent", atLeast: 3 }, true],
    [{ field: "recent", atLeast: 4 }, false],
    [{ field: "failed_invoices", atLeast: 1 }, false],
    [{ field: "tried", atLeast: 1 }, true],
    [{ field: "trial", is: false }, true],
    [{ field: "paying", is: true }, true],
    [{ field: "novel", is: true }, false],
    [{ field: "escalated", is: true }, false],
  ])("%o: %s", (condition, expected) => {
    expect(matches(condition)).toBe(expected);
  });

  const yes: Condition = { field: "tier", is: "business" };
  const no: Condition = { field: "channel", is: "chat" };
  test.each<[Condition, boolean]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ all: [] }, true],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ any: [] }, false],
    [{ not: no }, true],
    [{ not: { any: [no, { all: [yes, yes] }] } }, false],
  ])("%j: %s", (condition, expected) => {
    expect(matches(condition)).toBe(expected);
  });

  test("groups say what was found in them", () => {
    const any = { any: [no, { field: "language", is: "de" }] } satisfies Condition;
    expect(applyRules([rule({ conditions: [any] })], FACTS).rules[0]?.why).toBe(
      "channel is email and language is en",
    );
    expect(applyRules([rule({ conditions: [{ not: yes }] })], FACTS).rules[0]?.why).toBe(
      "not (tier is business)",
    );
  });

  test("groups stand in groups three deep and no deeper; stored ones stay readable", () => {
    const deep = { any: [{ all: [{ not: yes }] }] };
    expect(Condition.safeParse(deep).success).toBe(true);
    expect(Condition.safeParse({ all: [deep] }).success).toBe(false);
    expect(Condition.safeParse({ any: [yes], all: [no] }).success).toBe(false);
    expect(Condition.parse({ field: "intent", is: "bug_report" })).toEqual({
      field: "intent",
      is: "bug_report",
      minScore: 0,
    });
    expect(Condition.safeParse({ field: "sentiment", below: 0 }).success).toBe(true);
    expect(Condition.safeParse({ field: "moon", is: "full" }).success).toBe(false);
  });

  test("a hostile pattern runs in linear time", () => {
    const text = `${"a".repeat(20_000)}!`;
    expect(matches({ field: "pattern", matches: "(a+)+$" }, { ...FACTS, text })).toBe(false);
  });

  test("of a long text, a large pattern sees the beginning only", () => {
    const text = `${"b ".repeat(20_000)}x!`;
    expect(matches({ field: "pattern", matches: "x!" }, { ...FACTS, text })).toBe(true);
    expect(matches({ field: "pattern", matches: "z{0,400}x!" }, { ...FACTS, text })).toBe(false);
    expect(matches({ field: "pattern", matches: "z{0,400}b b" }, { ...FACTS, text })).toBe(true);
  });

  test("all must hold; one of an unknown kind never does", () => {
    const both: Condition[] = [
      { field: "tier", is: "business" },
      { field: "channel", is: "chat" },
    ];
    expect(applyRules([rule({ conditions: both })], FACTS).rules[0]).toEqual({
      name: expect.any(String),
      matched: false,
      why: "channel is email",
    });
    const unknown = { ...rule({}), unreadable: true };
    expect(applyRules([unknown], FACTS).rules[0]?.matched).toBe(false);
  });
});
