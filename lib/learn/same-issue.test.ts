import { expect, test } from "vitest";
import { likenessOf } from "./same-issue";

test("questions are alike by the words that both have", () => {
  const card = ["card", "not", "arriv", "week"];
  expect(likenessOf(card, card)).toBe(1);
  expect(likenessOf(card, ["card", "arriv", "week", "still"])).toBe(0.75);
  expect(likenessOf(card, ["invoic", "vat", "number"])).toBe(0);
});

test("two words in common say nothing", () => {
  expect(likenessOf(["card", "lost"], ["card", "lost"])).toBe(0);
  expect(likenessOf([], [])).toBe(0);
});
