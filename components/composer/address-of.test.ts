import { expect, test } from "vitest";
import { addressOf } from "./address-of";

test.each([
  ["https://example.org/a?b=1", "https://example.org/a?b=1"],
  [" example.org/docs ", "https://example.org/docs"],
  ["mina@example.org", "mailto:mina@example.org"],
  ["mailto:mina@example.org", "mailto:mina@example.org"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["https://bank.example@evil.example", null],
  ["two words", null],
  ["word", null],
  ["", null],
])("%s", (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});
