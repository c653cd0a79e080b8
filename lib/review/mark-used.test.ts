import fc from "fast-check";
import { expect, test } from "vitest";
import { markUsed } from "./mark-used";

const TEXT =
  "When a card is replaced, the bank may show both. One is released. Neither is settled.";

test("marks each sentence where it stands", () => {
  expect(markUsed(TEXT, ["One is released."])).toEqual([
    { text: "When a card is replaced, the bank may show both. ", used: false },
    { text: "One is released.", used: true },
    { text: " Neither is settled.", used: false },
  ]);
  expect(markUsed(TEXT, ["Nothing of this."]).some(({ used }) => used)).toBe(false);
});

test("cuts what is far away, at words", () => {
  const [first, mark, last] = markUsed(`${"far ".repeat(300)}HERE it is.${" away".repeat(300)}`, [
    "HERE it is.",
  ]);
  expect(first?.text.startsWith("… far")).toBe(true);
  expect(mark).toEqual({ text: "HERE it is.", used: true });
  expect(last?.text.endsWith("away …")).toBe(true);
});

test("loses and doubles nothing of a short source", () => {
  const sentence = fc.constantFrom("When a card", "the bank may show both.", "bank may", "One is");
  fc.assert(
    fc.property(fc.array(sentence), (used) => {
      expect(
        markUsed(TEXT, used)
          .map(({ text }) => text)
          .join(""),
      ).toBe(TEXT);
    }),
  );
});
