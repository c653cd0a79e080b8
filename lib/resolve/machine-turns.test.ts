import { expect, test } from "vitest";
import type { PublicTurn } from "../ticket";
import { machineTurns } from "./machine-turns";

const START = Date.parse("2026-01-02T12:00:00Z");
const turn = (author: PublicTurn["author"], seconds: number, more: Partial<PublicTurn> = {}) => ({
  author,
  automatic: author === "ai" || author === "system",
  text: `${author} at ${seconds}`,
  metadata: {},
  createdAt: new Date(START + seconds * 1000),
  ...more,
});
const AUTO = { metadata: { headers: { "Auto-Submitted": "auto-replied" } } };

test.each<[string, PublicTurn[], number]>([
  ["nothing said", [], 0],
  [
    "a person asks, we answer, they ask again",
    [turn("customer", 0), turn("ai", 9), turn("customer", 99)],
    0,
  ],
  ["at once", [turn("ai", 0), turn("customer", 5)], 1],
  ["a little later", [turn("ai", 0), turn("customer", 5.001)], 0],
  ["the marks of a machine", [turn("ai", 0), turn("customer", 99, AUTO)], 1],
  ["after our acknowledgement", [turn("system", 0), turn("customer", 1)], 1],
  [
    "the same words again",
    [
      turn("customer", 0, { text: "Out of office" }),
      turn("ai", 9),
      turn("customer", 99, { text: " out of\noffice" }),
    ],
    1,
  ],
  ["after a person of ours", [turn("agent", 0), turn("customer", 1, AUTO)], 0],
  [
    "after a draft that a person approved",
    [turn("ai", 0, { automatic: false }), turn("customer", 1)],
    0,
  ],
  ["one after the other without us", [turn("ai", 0), turn("customer", 1), turn("customer", 2)], 1],
  ["two turns", [turn("ai", 0), turn("customer", 1), turn("ai", 2), turn("customer", 3)], 2],
])("%s", (_, turns, count) => {
  expect(machineTurns(turns)).toBe(count);
});
