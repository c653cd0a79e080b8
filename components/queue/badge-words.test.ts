import { describe, expect, test } from "vitest";
import { badgeWords } from "./badge-words";

describe("badgeWords", () => {
  test("says the decision and cuts the number", () => {
    expect(badgeWords({ decision: "sent", reviewState: "none", confidence: 0.9399 })).toEqual({
      word: "Sent",
      number: "0.93",
      settled: false,
    });
    expect(
      badgeWords({
        decision: "sent_flagged",
        reviewState: "flagged",
        confidence: 0.8499999999999999,
      }),
    ).toMatchObject({ word: "Sent, review", number: "0.84" });
  });

  test("keeps the decision when a band would say otherwise", () => {
    expect(badgeWords({ decision: "held", reviewState: "held", confidence: 0.99 }).word).toBe(
      "Held",
    );
  });

  test("says what people made of it", () => {
    expect(
      badgeWords({ decision: "held", reviewState: "approved", confidence: 0.5 }),
    ).toMatchObject({
      word: "Held, approved",
      settled: true,
    });
    expect(
      badgeWords({ decision: "sent_flagged", reviewState: "corrected", confidence: 0.7 }).word,
    ).toBe("Sent, corrected");
  });
});
