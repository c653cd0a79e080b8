import { expect, test } from "vitest";
import { wordDiff } from "./word-diff";

test("shows what was taken out and what was put in", () => {
  expect(wordDiff("Open Settings, then Export.", "Open Reports, then Export.")).toEqual([
    { kind: "same", text: "Open " },
    { kind: "gone", text: "Settings" },
    { kind: "new", text: "Reports" },
    { kind: "same", text: ", then Export." },
  ]);
});

test("the pieces are both texts, letter for letter", () => {
  const pairs = [
    ["a b c d", "b c x d y"],
    ["", "new"],
    ["gone", ""],
    ["Grüße\n\nAda", "Viele Grüße,\nAda"],
    ["x ".repeat(900), "y ".repeat(900)],
  ] as const;
  for (const [before, after] of pairs) {
    const pieces = wordDiff(before, after);
    const without = (kind: string) =>
      pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
    expect(without("new")).toBe(before);
    expect(without("gone")).toBe(after);
  }
});

test("nothing changed is one piece", () => {
  expect(wordDiff("same", "same")).toEqual([{ kind: "same", text: "same" }]);
});
