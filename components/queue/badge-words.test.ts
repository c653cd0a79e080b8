import { describe, expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { badgeWords } from "./badge-words";

describe("badgeWords", () => {
  test("says the decision and cuts the number", () => {
    expect(
      badgeWords({ decision: "sent", reviewState: "none", confidence: 0.9399 }, english),
    ).toEqual({
      word: "Sent",
      number: "0.93",
      settled: false,
    });
    expect(
      badgeWords(
        {
          decision: "sent_flagged",
          reviewState: "flagged",
          confidence: 0.8499999999999999,
        },
        english,
      ),
    ).toMatchObject({ word: "Sent, review", number: "0.84" });
  });

  test("keeps the decision when a band would say otherwise", () => {
    expect(
      badgeWords({ decision: "held", reviewState: "held", confidence: 0.99 }, english).word,
    ).toBe("Held");
  });

  test("says what people made of it", () => {
    expect(
      badgeWords({ decision: "held", reviewState: "approved", confidence: 0.5 }, english),
    ).toMatchObject({
      word: "Held, approved",
      settled: true,
    });
    expect(
      badgeWords({ decision: "sent_flagged", reviewState: "corrected", confidence: 0.7 }, english)
        .word,
    ).toBe("Sent, corrected");
  });
});
