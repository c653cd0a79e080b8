import { expect, test } from "vitest";
import { minuteWords } from "../view/terms";
import { readFilter, type ViewTest } from "./model";
import { testWords } from "./terms";

const names = {
  people: new Map([["p1", "Sara Lind"]]),
  teams: new Map([["t1", "Billing"]]),
  categories: new Map([["technical", "Technical"]]),
  intents: new Map<string, string>(),
};

test("a filter in an address can't bring what no database holds", () => {
  const holding = (contains: string) =>
    readFilter(JSON.stringify({ tests: [{ field: "subject", contains }] }));
  expect(holding("a\u0000b")).toBeNull();
  expect(holding("a b")).not.toBeNull();
});

test("says each kind of test in plain words", () => {
  const said: [ViewTest, string][] = [
    [{ field: "status", in: ["open", "in_progress"] }, "Status is open or in progress"],
    [
      { field: "assignee", in: ["me", "p1", "gone"] },
      "Assignee is me or Sara Lind or someone who has left",
    ],
    [{ field: "team", in: ["none", "t1"] }, "Team is none or Billing"],
    [{ field: "sla", in: ["soon", "late"] }, "SLA is due soon or missed"],
    [{ field: "intent", in: ["bug_report"] }, "Intent is bug report"],
    [{ field: "sentiment", below: -0.2 }, "Sentiment below −0.20"],
    [{ field: "confidence", above: 0.3, below: 0.6 }, "Confidence above 0.30 and below 0.60"],
    [{ field: "waiting", atLeast: 90 }, "Waiting at least 90 min"],
    [{ field: "waiting", within: 60 }, "Waiting less than 1 h"],
    [{ field: "created", within: 1440 }, "Created in the last 1 day"],
    [{ field: "resolved", olderThan: 2880 }, "Resolved more than 2 days ago"],
    [{ field: "tag", in: ["sso", "vip"], not: true }, "Tag is not sso or vip"],
    [{ field: "account", contains: "acme", not: true }, "Account does not contain “acme”"],
    [{ field: "mentions", is: "me", not: true }, "Does not mention me"],
    [{ field: "historic", is: false }, "Not from before the desk"],
    [{ field: "subject", contains: "403" }, "Subject contains “403”"],
    [{ field: "unread", is: false }, "Read"],
  ];
  for (const [one, words] of said) expect(testWords(one, names)).toBe(words);
});

test("spans take the largest unit that fits", () => {
  expect([45, 60, 180, 1440, 2880].map((one) => minuteWords(one))).toEqual([
    "45 min",
    "1 h",
    "3 h",
    "1 day",
    "2 days",
  ]);
});

test("a filter of somebody else's making is read whole or not at all", () => {
  expect(readFilter('{"tests":[{"field":"tag","in":["a"]}]}')).toEqual({
    match: "all",
    tests: [{ field: "tag", in: ["a"] }],
  });
  expect(readFilter('{"tests":[{"field":"tag","in":["a"]},{"field":"x","in":["a"]}]}')).toBeNull();
  expect(readFilter("nonsense")).toBeNull();
  for (const time of ['{"within":60,"olderThan":60}', "{}", '{"olderThan":0}']) {
    const one = { field: "created", ...JSON.parse(time) };
    expect(readFilter(JSON.stringify({ tests: [one] })), time).toBeNull();
  }
  expect(readFilter('{"tests":[{"field":"tag","in":["a"],"not":false}]}')).toBeNull();
});
