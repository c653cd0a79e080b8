import { expect, test } from "vitest";
import { plainText, READ_CHARACTERS } from "./plain-text";
import { smallTalk } from "./small-talk";

test.each([
  ["hi", "greeting"],
  ["hai", "greeting"],
  ["Hi Cameron", "greeting"],
  ["good morning", "greeting"],
  ["thanks", "confirmation"],
  ["Thank you so much!", "confirmation"],
  ["ok", "confirmation"],
  ["great, that worked", "confirmation"],
  ["👍", "confirmation"],
])("%s is a %s", (text, kind) => {
  expect(smallTalk(text)).toBe(kind);
});

test.each([
  "hi, my card is broken",
  "thanks, but it still fails",
  "is it fixed?",
  "is it working now",
  "yes",
  "no",
  "raja",
  "8473",
  "it is not working again",
  "thanks a lot for the outage of yesterday and the day before",
  "",
])("%j says something", (text) => {
  expect(smallTalk(text)).toBeNull();
});

test.each([
  ["Hi team,\nThe export fails.\nKind regards,\nMina", "The export fails.\nMina"],
  ["It fails.\n\nOn 1 May 2026 at 10:00, Support wrote:\n> Try again.", "It fails."],
  ["> quoted\nIt fails.", "It fails."],
  ["It fails.\n-- \nMina Okafor", "It fails."],
  ["It fails.\n-----Original Message-----\nFrom: x", "It fails."],
  ["hello", "hello"],
  ["On Monday I wrote: it fails.", "On Monday I wrote: it fails."],
])("%j reads as %j", (text, read) => {
  expect(plainText(text)).toBe(read);
});

test("a pasted log is cut", () => {
  expect(plainText("x ".repeat(100_000)).length).toBeLessThanOrEqual(READ_CHARACTERS);
});
