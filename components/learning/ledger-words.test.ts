import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { effectWords, mayUndo, signalWords } from "./ledger-words";

test.each([
  ["approved", {}, "Approved a draft"],
  ["edited", { share: 0.04, accepted: true }, "Corrected a draft, 4 % of it: counts as accepted"],
  ["rejected", { reason: "wrong_answer" }, "Rejected a draft: wrong answer"],
  ["relabelled", { from: "low", to: "high" }, "Changed a label: low → high"],
  ["rolled_back", { number: 3 }, "Rolled back to version 3"],
] as const)("%s", (kind, payload, words) => {
  expect(signalWords({ kind, payload }, english)).toBe(words);
});

test("what is a fact, or taken back already, has no undo", () => {
  expect(mayUndo({ kind: "answered", undoneAt: null })).toBe(true);
  expect(mayUndo({ kind: "answered", undoneAt: "2026-11-21T10:00:00Z" })).toBe(false);
  expect(mayUndo({ kind: "article", undoneAt: null })).toBe(false);
});

test("what a signal changed, alone or with a later one; nothing while it is not known", () => {
  expect(effectWords({ changed: 12, of: 40, tickets: [1001] }, english)).toBe(
    "changed 12 of 40 open tickets",
  );
  expect(effectWords({ changed: 1, of: 4, tickets: [], toldWith: 9 }, english)).toBe(
    "changed 1 of 4 open tickets, together with 9",
  );
  expect(effectWords(null, english)).toBeNull();
});
