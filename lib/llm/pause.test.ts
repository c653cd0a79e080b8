import { describe, expect, test } from "vitest";
import { MAX_TRIES, PATIENCE_MS, pauseAfter } from "./pause";

describe("pauseAfter", () => {
  test("grows, differs by chance, and ends", () => {
    expect(pauseAfter(1, undefined, () => 0)).toBe(200);
    expect(pauseAfter(1, undefined, () => 1)).toBe(600);
    expect(pauseAfter(2, undefined, () => 0.5)).toBe(1600);
    expect(pauseAfter(MAX_TRIES, undefined)).toBeNull();
  });

  test("is at least what the provider asks for, within patience", () => {
    expect(pauseAfter(1, 5000)).toBe(5000);
    expect(pauseAfter(1, PATIENCE_MS)).toBe(PATIENCE_MS);
    expect(pauseAfter(1, PATIENCE_MS + 1)).toBeNull();
  });
});
