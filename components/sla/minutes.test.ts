import { expect, test } from "vitest";
import { minutesOf, typedOf } from "./minutes";

test.each([
  ["", "", null],
  ["1", "30", 90],
  ["1,5", "", 90],
  ["", "45", 45],
  ["0", "0", undefined],
  ["-1", "90", undefined],
  ["two", "", undefined],
  ["", "1.5", undefined],
  ["9000", "", undefined],
])("%s h %s min is %s", (hours, minutes, all) => {
  expect(minutesOf({ hours, minutes })).toBe(all);
});

test("what is stored is shown, and read again", () => {
  for (const minutes of [null, 1, 60, 150]) expect(minutesOf(typedOf(minutes))).toBe(minutes);
});
