import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { auditWords, valueWords } from "./audit-words";

test.each([
  ["setting.changed", { name: "ai.bands", before: 1, after: 2 }, "Setting changed: ai bands"],
  [
    "person.changed",
    { change: "role", before: "agent", after: "admin" },
    "Person role (agent → admin)",
  ],
  [
    "label.changed",
    { slug: "bug_report", change: "merged", into: "outage" },
    "Label merged: bug report → outage",
  ],
  ["rules.saved", { version: 3 }, "Rules saved"],
])("%s", (type, payload, words) => {
  expect(auditWords({ type, payload }, english)).toBe(words);
});

test("values are told as they were stored", () => {
  expect(valueWords({ send: 0.9 }, english)).toBe('{"send":0.9}');
  expect(valueWords(null, english)).toBe("nothing");
});
