import { expect, test } from "vitest";
import { carried, isFar, isSideways, mayBegin, wayOf } from "./swipe";

test("a finger from the side of the screen is the browser's", () => {
  expect([10, 23, 24, 200, 366, 380].map((x) => mayBegin(x, 390))).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ]);
});

test("only what is clearly sideways is a swipe", () => {
  expect(isSideways(5, 5)).toBeNull();
  expect(isSideways(-40, 10)).toBe(true);
  expect(isSideways(40, 30)).toBe(false);
  expect(isSideways(0, 40)).toBe(false);
});

test("far is a third of a row, or a quick flick", () => {
  expect(isFar(100, 1_000, 390)).toBe(false);
  expect(isFar(-118, 1_000, 390)).toBe(true);
  expect(isFar(60, 100, 390)).toBe(true);
  expect(isFar(40, 10, 390)).toBe(false);
  expect(wayOf(-1)).toBe("left");
});

test("what nothing is done for hardly moves", () => {
  expect(carried(100, true)).toBe(100);
  expect(carried(-100, false)).toBe(-15);
});
