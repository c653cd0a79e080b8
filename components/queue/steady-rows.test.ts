import { expect, test } from "vitest";
import { steady } from "./steady-rows";

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: { id: string }[]) => list.map((row) => row.id).join("");

test("keeps the order under the pointer, and what is new above waits", () => {
  expect(ids(steady(rows("a", "b", "c"), rows("n", "c", "a", "b")))).toBe("abc");
});

test("takes up what is known now, and pages loaded below", () => {
  expect(steady([{ id: "a", seen: 1 }], [{ id: "a", seen: 2 }])).toEqual([{ id: "a", seen: 2 }]);
  expect(ids(steady(rows("a", "b"), rows("n", "a", "b", "c", "d")))).toBe("abcd");
});

test("a row that has left stays until the pointer rests", () => {
  expect(ids(steady(rows("a", "b", "c"), rows("a", "c")))).toBe("abc");
});
