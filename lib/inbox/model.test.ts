import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut2, intentWords, QueueName } from "./model";

describe("cut2", () => {
  test.each([
    [0.8499, "0.84"],
    [0.8499999999999999, "0.84"],
    [0.29, "0.29"],
    [0.57, "0.57"],
    [0.6, "0.60"],
    [0.599999, "0.59"],
    [0, "0.00"],
    [1, "1.00"],
  ])("%d is %s", (value, words) => {
    expect(cut2(value)).toBe(words);
  });

  test("never says more than there is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        const said = Number(cut2(value));
        expect(said).toBeLessThanOrEqual(value);
        expect(value - said).toBeLessThan(0.0100000001);
      }),
    );
  });
});

test("intents are words, not slugs", () => {
  expect(intentWords("bug_report")).toBe("Bug report");
  expect(intentWords("")).toBe("");
});

test("queues are the fixed ones and teams", () => {
  expect(QueueName.safeParse("mine").success).toBe(true);
  expect(QueueName.safeParse("team_01kaj0000000000000000000ab").success).toBe(true);
  expect(QueueName.safeParse("../settings").success).toBe(false);
});
