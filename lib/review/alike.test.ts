import { expect, test } from "vitest";
import { groupAlike, type Said } from "./alike";

const draft = (id: string, text: string, more: Partial<Said> = {}): Said => ({
  id,
  state: "held",
  source: "article",
  sentences: [{ text, sources: [1] }],
  ...more,
});
const EXPORT = "Open Reports and choose the months that you need, then choose Export and CSV.";

test("puts together what says nearly the same from one source", () => {
  const groups = groupAlike([
    draft("a", EXPORT),
    draft("b", "The VAT number stands under Billing."),
    draft("c", `${EXPORT} Please.`),
    draft("d", EXPORT, { source: "another" }),
    draft("e", EXPORT, { state: "flagged" }),
  ]);
  expect([...groups]).toEqual([
    ["a", "a"],
    ["c", "a"],
  ]);
});

test("other numbers are another answer, and so is silence", () => {
  const pay = (sum: string) => draft(sum, `Pay ${sum} to ${sum}1 by ${sum}2.`);
  expect(groupAlike([pay("100"), pay("200")]).size).toBe(0);
  expect(groupAlike([draft("x", "", {}), draft("y", "", {})]).size).toBe(0);
});
