import { expect, test } from "vitest";
import { isUncapped } from "./model";

const ARTICLE = "0198b5a0-0000-7000-8000-000000000001";
const lifted = { categories: ["technical"], articles: [ARTICLE] };

test.each([
  ["a category that was named", "technical", null, true],
  ["another category", "billing", null, false],
  ["an article that was named, in any category", "billing", ARTICLE, true],
  ["another article", "billing", "0198b5a0-0000-7000-8000-000000000002", false],
] as const)("%s", (_, category, articleId, uncapped) => {
  expect(isUncapped(lifted, { category, articleId })).toBe(uncapped);
});
