import { expect, test } from "vitest";
import { z } from "zod";
import { english } from "@/components/i18n/english";
import { german } from "@/components/i18n/german";
import { numberProblem, toNumber } from "./numbers";

test("a number may be written with a comma, and nothing else may", () => {
  expect(toNumber(" 0,85 ")).toBe(0.85);
  for (const text of ["", " ", "ten", "1 0", "1,0,0"]) expect(toNumber(text)).toBeNaN();
});

test("says what would fit, from the schema's own limits", () => {
  const seconds = z.number().int().min(0).max(60);
  expect(numberProblem(seconds, "10", english)).toBeNull();
  for (const text of ["", "-1", "61", "1.5", "soon"]) {
    expect(numberProblem(seconds, text, english)).toBe("Enter a whole number from 0 to 60.");
  }
  const share = z.number().min(0).max(1);
  expect(numberProblem(share, "0.5", english)).toBeNull();
  expect(numberProblem(share, "85", english)).toBe("Enter a number from 0 to 1.");
  expect(numberProblem(z.number().min(0.5).max(50), "85", german)).toBe(
    "Geben Sie eine Zahl von 0,5 bis 50 ein.",
  );
});
