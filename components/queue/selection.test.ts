import { expect, test } from "vitest";
import { between } from "./selection";

const rows = ["a", "b", "c", "d"].map((id) => ({ id }));

test("a range holds both ends, in either direction", () => {
  expect(between(rows, "b", "d")).toEqual(["b", "c", "d"]);
  expect(between(rows, "d", "b")).toEqual(["b", "c", "d"]);
  expect(between(rows, "a", "a")).toEqual(["a"]);
});

test("from a row that has left, only the one that was named", () => {
  expect(between(rows, "gone", "c")).toEqual(["c"]);
  expect(between(rows, "a", "gone")).toEqual([]);
});
