import { expect, test } from "vitest";
import { newAbove, steady } from "./steady-rows";

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map((row) => row.id).join("");

test("keeps the order under the pointer, and what is new above waits", () => {
  const shown = steady(rows("a", "b", "c"), rows("n", "c", "a", "b"), true);
  expect(ids(shown)).toBe("abc");
  expect(newAbove(shown, rows("n", "c", "a", "b"))).toBe(2);
});

test("takes up what is known now, and pages loaded below", () => {
  const known = steady([{ id: "a", seen: 1 }], [{ id: "a", seen: 2 }], false);
  expect(known).toEqual([{ id: "a", seen: 2 }]);
  expect(ids(steady(rows("a", "b"), rows("n", "a", "b", "c", "d"), false))).toBe("abcd");
});

test("the same rows are the same list: each key press would draw every row anew", () => {
  const before = rows("a", "b", "c");
  expect(steady(before, [...before], false)).toBe(before);
  expect(steady(before, [{ id: "n" }, ...before], true)).toBe(before);
  expect(steady(before, [{ id: "a" }, ...before.slice(1)], false)).not.toBe(before);
});

test("a row that has left stays while the pointer moves, and no longer", () => {
  expect(ids(steady(rows("a", "b", "c"), rows("a", "c"), true))).toBe("abc");
  expect(ids(steady(rows("a", "b", "c"), rows("a", "c"), false))).toBe("ac");
});

test("another list, and an empty one, are shown at once", () => {
  expect(ids(steady(rows("a", "b"), rows("x", "y"), false))).toBe("xy");
  expect(ids(steady(rows("a", "b"), rows(), false))).toBe("");
});
