import { expect, test } from "vitest";
import { mayUndo, signalWords } from "./ledger-words";

test.each([
  ["approved", {}, "Approved a draft"],
  ["edited", { share: 0.04, accepted: true }, "Corrected a draft, 4 % of it: counts as accepted"],
  ["rejected", { reason: "wrong_answer" }, "Rejected a draft: wrong answer"],
  ["relabelled", { from: "low", to: "high" }, "Changed a label: low → high"],
  ["rolled_back", { number: 3 }, "Rolled back to version 3"],
] as const)("%s", (kind, payload, words) => {
  expect(signalWords({ kind, payload })).toBe(words);
});

test("what is a fact, or taken back already, has no undo", () => {
  expect(mayUndo({ kind: "answered", undoneAt: null })).toBe(true);
  expect(mayUndo({ kind: "answered", undoneAt: "2026-11-21T10:00:00Z" })).toBe(false);
  expect(mayUndo({ kind: "article", undoneAt: null })).toBe(false);
});
