import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { fits, foundWords, numberIn } from "./search-words";

test("a command fits when each word begins one of its own", () => {
  expect(fits("Assign to me", "as me")).toBe(true);
  expect(fits("Assign to me", "")).toBe(true);
  expect(fits("Assign to me", "sign")).toBe(false);
});

test("a number is a ticket's", () => {
  expect([numberIn(" #1042 "), numberIn("1042"), numberIn("1042 x"), numberIn("")]).toEqual([
    1042,
    1042,
    null,
    null,
  ]);
});

test("says how much was found", () => {
  expect(foundWords({ hints: [], tickets: [], customers: [], more: false }, english)).toBe(
    "0 tickets",
  );
});
