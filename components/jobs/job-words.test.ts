import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { ageWords, kindsOf, triesWords } from "./job-words";

test.each([
  [0, "0 s"],
  [59.9, "59 s"],
  [60, "1 min"],
  [3599, "59 min"],
  [7200, "2 h"],
])("%d seconds are %s", (seconds, words) => expect(ageWords(seconds, english)).toBe(words));

test("one try is not tries", () => {
  expect([triesWords(1, english), triesWords(6, english)]).toEqual(["1 try", "6 tries"]);
});

test("kinds are counted, the commonest first", () => {
  const job = (name: string) => ({
    id: "",
    name,
    ids: [],
    ticket: null,
    error: "",
    tries: 1,
    failedAt: "",
  });
  expect(kindsOf([job("b"), job("a"), job("b"), job("c")])).toEqual([
    { name: "b", jobs: 2 },
    { name: "a", jobs: 1 },
    { name: "c", jobs: 1 },
  ]);
});
