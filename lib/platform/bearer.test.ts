import { expect, test } from "vitest";
import { bearerIs } from "./bearer";

test("only the token itself opens", () => {
  expect(bearerIs("Bearer 0123456789abcdef", "0123456789abcdef")).toBe(true);
  expect(bearerIs("bearer 0123456789abcdef", "0123456789abcdef")).toBe(true);
  for (const wrong of [null, "", "Bearer ", "Bearer 0123456789abcde", "Basic 0123456789abcdef"]) {
    expect(bearerIs(wrong, "0123456789abcdef")).toBe(false);
  }
});
