import { expect, test } from "vitest";
import { moved } from "./reorder";

test.each([
  ["down", 0, 2, "bca"],
  ["up", 2, 0, "cab"],
  ["nowhere", 1, 1, "abc"],
  ["past the end", 0, 9, "bca"],
  ["before the beginning", 2, -1, "cab"],
])("%s", (_name, from, to, expected) => {
  expect(moved(["a", "b", "c"], from, to).join("")).toBe(expected);
});
