import { expect, test } from "vitest";
import { MAX_TRIES, nextTry, retryAfter } from "./backoff";

const NOW = new Date("2026-11-21T10:00:00Z");
const pause = (id: string, tries: number, asked?: Date) => {
  const at = nextTry({ id, tries }, NOW, asked);
  return at && (at.getTime() - NOW.getTime()) / 1000;
};

test("pauses grow, differ by a fifth at most, and are the same when asked again", () => {
  const ids = Array.from({ length: 50 }, (_, n) => `delivery ${n}`);
  for (const [index, seconds] of [5, 30, 120, 600, 1800].entries()) {
    const pauses = ids.map((id) => pause(id, index + 1) ?? 0);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(seconds * 0.8);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(seconds * 1.2);
    expect(new Set(pauses).size).toBeGreaterThan(30);
    expect(ids.map((id) => pause(id, index + 1))).toEqual(pauses);
  }
  expect(pause("any", MAX_TRIES)).toBeNull();
  expect(MAX_TRIES).toBe(6);
});

test("a pause that the other side asks for is kept, up to an hour", () => {
  const asked = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  expect(pause("one", 1, asked(90))).toBe(90);
  expect(pause("one", 1, asked(90_000))).toBe(3600);
  expect(pause("one", 1, asked(-90))).toBe(pause("one", 1));
  expect(pause("one", MAX_TRIES, asked(90))).toBeNull();
});

test.each([
  ["120", "2026-11-21T10:02:00.000Z"],
  [" 0 ", "2026-11-21T10:00:00.000Z"],
  ["Sat, 21 Nov 2026 10:05:00 GMT", "2026-11-21T10:05:00.000Z"],
  ["soon", undefined],
  ["-5", undefined],
  ["1e9", undefined],
  ["", undefined],
  [undefined, undefined],
])("Retry-After %j means %j", (header, at) => {
  expect(retryAfter(header, NOW)?.toISOString()).toBe(at);
});
