import { describe, expect, test } from "vitest";
import { acrossAt, SENTIMENT, upAt } from "./sentiment-points";

describe("points of the sentiment chart", () => {
  test("reach from edge to edge; one alone stands in the middle", () => {
    expect(acrossAt(0, 5)).toBe(SENTIMENT.left);
    expect(acrossAt(4, 5)).toBe(SENTIMENT.width - SENTIMENT.right);
    expect(acrossAt(0, 1)).toBe((SENTIMENT.left + SENTIMENT.width - SENTIMENT.right) / 2);
  });

  test("put 1 at the top, 0 in the middle, and never leave the drawing", () => {
    expect(upAt(1)).toBe(SENTIMENT.top);
    expect(upAt(-1)).toBe(SENTIMENT.height - SENTIMENT.bottom);
    expect(upAt(0)).toBe((upAt(1) + upAt(-1)) / 2);
    expect(upAt(-7)).toBe(upAt(-1));
  });
});
