import { expect, test } from "vitest";
import { editShare } from "./verdict";

test.each([
  ["Open Reports.", "Open Reports.", 0],
  ["Open Reports.", "  Open Reports.\n", 0],
  ["abcdefghij", "abcdefghiX", 0.1],
  ["abcd", "completely other words", 1],
  ["", "Something", 1],
])("%j sent as %j: %d changed", (draft, sent, share) => {
  expect(editShare(draft, sent)).toBeCloseTo(share, 9);
});

test("a long text is compared in bounded time by its first characters", () => {
  const long = "word ".repeat(20_000);
  expect(editShare(long, `${long}more`)).toBe(0);
});
