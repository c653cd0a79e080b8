import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { beginningOf, templatePieces, usageWords } from "./answer-words";

test("placeholders stand apart from the words", () => {
  expect(templatePieces("Hello {name}, pay {amount}.")).toEqual([
    { text: "Hello ", placeholder: false },
    { text: "{name}", placeholder: true },
    { text: ", pay ", placeholder: false },
    { text: "{amount}", placeholder: true },
    { text: ".", placeholder: false },
  ]);
});

test("uses in words, one and many", () => {
  expect(usageWords({ uses: 1, accounts: 1, accepted: 0 }, english)).toBe(
    "1 use in 1 account, 0 accepted as drafted",
  );
  expect(usageWords({ uses: 4, accounts: 2, accepted: 3 }, english)).toBe(
    "4 uses in 2 accounts, 3 accepted as drafted",
  );
  expect(usageWords({ uses: 0, accounts: 0, accepted: 0 }, english)).toMatch(/^Not in use/);
});

test("a long answer is named by how it begins", () => {
  expect(beginningOf("a\nb")).toBe("a b");
  expect(beginningOf("x".repeat(200))).toHaveLength(90);
});
