import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { trendWords } from "./ticket-words";

test.each([
  [null, ""],
  [0.1, ""],
  [0.5, "· getting better"],
  [-0.15, "· getting worse"],
])("a trend of %s is told as “%s”", (trend, words) => {
  expect(trendWords(trend, english)).toBe(words);
});
