import { describe, expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { german } from "@/components/i18n/german";
import { ago, duration, exact, monthOf, when } from "./words";

const now = new Date("2026-03-10T12:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe("duration", () => {
  test.each([
    [0, "< 1 min"],
    [59, "< 1 min"],
    [-30, "< 1 min"],
    [60, "1 min"],
    [3599, "59 min"],
    [3600, "1 h"],
    [86_399, "23 h"],
    [86_400, "1 day"],
    [2 * 86_400 - 1, "1 day"],
    [2 * 86_400, "2 days"],
    [13 * 86_400, "13 days"],
    [14 * 86_400, "2 weeks"],
  ])("%i s is %s", (seconds, words) => {
    expect(duration(before(seconds), now, english)).toBe(words);
  });
});

test("ago reads as a sentence", () => {
  expect(ago(before(5), now, english)).toBe("just now");
  expect(ago(before(300), now, english)).toBe("5 min ago");
});

test("German says days otherwise after “vor”", () => {
  expect(duration(before(2 * 86_400), now, german)).toBe("2 Tage");
  expect(ago(before(2 * 86_400), now, german)).toBe("vor 2 Tagen");
});

test("exact names day and minute", () => {
  expect(exact(now, "UTC", english)).toMatch(/Tuesday.*10 March 2026.*12:00/);
});

test("monthOf keeps the month of the stored time", () => {
  expect(monthOf(new Date("2024-02-01T00:00:00Z"), english)).toBe("Feb 2024");
});

test.each([
  ["2026-03-10T16:00:00Z", "UTC", "today 16:00"],
  ["2026-03-11T09:00:00Z", "UTC", "tomorrow 09:00"],
  ["2026-03-14T09:00:00Z", "UTC", "Sat 09:00"],
  ["2026-03-16T12:00:00Z", "UTC", "16 Mar 12:00"],
  ["2026-03-10T23:30:00Z", "Europe/Berlin", "tomorrow 00:30"],
])("%s in %s is %s", (at, zone, words) => {
  expect(when(new Date(at), now, zone, english)).toBe(words);
});
