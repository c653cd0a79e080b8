import { expect, test } from "vitest";
import { accountValue, TIERS } from "./model";

test("the tier comes first, however many seats there are", () => {
  const values = TIERS.flatMap((tier) => [0, 1, 250, 5_000_000].map((n) => accountValue(tier, n)));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(new Set(values).size).toBe(values.length);
  expect(Math.max(...values)).toBeLessThan(2 ** 31); // an integer of Postgres
});
