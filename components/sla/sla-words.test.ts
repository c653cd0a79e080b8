import { describe, expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { dueWords, forecastWords, minutesWords, openWords, stateOf } from "./sla-words";

const now = new Date("2026-11-20T15:00:00Z");
const at = (iso: string) => new Date(iso);

test.each([
  ["first", "2026-11-20T15:21:30Z", "Reply due in 21 min", "plain"],
  ["next", "2026-11-20T15:14:00Z", "Reply due in 14 min", "near"],
  ["resolution", "2026-11-20T18:30:00Z", "Resolution due in 3 h", "plain"],
  ["first", "2026-11-20T13:00:00Z", "2 h late", "late"],
  ["first", "2026-11-20T15:00:00Z", "< 1 min late", "late"],
] as const)("%s due at %s is %s", (target, due, words, state) => {
  expect(dueWords(target, at(due), now, english)).toBe(words);
  expect(stateOf(at(due), now)).toBe(state);
});

test("minutes are told in hours", () => {
  expect([30, 60, 90, 2400].map((minutes) => minutesWords(minutes, english))).toEqual([
    "30 min",
    "1 h",
    "1 h 30 min",
    "40 h",
  ]);
});

describe("a forecast", () => {
  test("names the day, and the opening before it", () => {
    const opensAt = "2026-11-21T08:00:00Z";
    expect(
      forecastWords({ dueAt: "2026-11-20T16:20:00Z", opensAt: null }, now, "UTC", english),
    ).toBe("today 16:20");
    expect(
      forecastWords({ dueAt: "2026-11-21T09:20:00Z", opensAt }, now, "Europe/Berlin", english),
    ).toBe("tomorrow 10:20 after opening at 09:00");
    expect(forecastWords({ dueAt: "2026-11-23T09:20:00Z", opensAt }, now, "UTC", english)).toBe(
      "Mon 09:20 after opening tomorrow 08:00",
    );
  });
});

test("opening hours are told from where the clock stands", () => {
  const state = (open: boolean, changesAt: string | null) =>
    openWords({ open, changesAt }, now, "UTC", english);
  expect(state(true, "2026-11-20T16:00:00Z")).toBe("open until today 16:00");
  expect(state(false, "2026-11-23T08:00:00Z")).toBe("closed, opens Mon 08:00");
  expect(state(true, null)).toBe("always open");
});
