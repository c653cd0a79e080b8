import { describe, expect, test } from "vitest";
import { applyRules } from "./apply-rules";
import { Actions, type Condition, DEFAULT_ROUTES, type Rule, type RuleFacts } from "./model";

const FACTS: RuleFacts = {
  intents: [{ intent: "bug_report", score: 0.7 }],
  category: "technical",
  channel: "email",
  tier: "business",
  text: "The Export fails with error 500",
  language: "en",
  sentiment: -0.2,
  priority: "normal",
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

  test("a hostile pattern runs in linear time", () => {
    const text = `${"a".repeat(20_000)}!`;
    expect(matches({ field: "pattern", matches: "(a+)+$" }, { ...FACTS, text })).toBe(false);
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
