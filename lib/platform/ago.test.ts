import { expect, test } from "vitest";
import { ago } from "./ago";

test.each([
  [-5, "just now"],
  [59, "just now"],
  [60, "1 min ago"],
  [3599, "59 min ago"],
  [7300, "2 h ago"],
  [86_400, "1 day ago"],
  [200_000, "2 days ago"],
])("%d seconds are %s", (seconds, words) => {
  const now = new Date("2026-03-04T10:00:00Z");
  expect(ago(new Date(now.getTime() - seconds * 1000), now)).toBe(words);
});
