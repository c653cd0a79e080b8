import { expect, test } from "vitest";
import { dayIn, timeIn } from "./local-time";

test.each([
  ["UTC", "2026-03-10T23:05:00.000Z", "2026-03-10 23:05, UTC"],
  ["Europe/Berlin", "2026-03-10T23:05:00.000Z", "2026-03-11 00:05, Europe/Berlin"],
  ["Europe/Berlin", "2026-07-10T23:05:00.000Z", "2026-07-11 01:05, Europe/Berlin"],
  ["America/New_York", "2026-03-10T02:05:00.000Z", "2026-03-09 22:05, America/New_York"],
])("in %s %s is %s", (zone, iso, words) => {
  expect(timeIn(zone, iso)).toBe(words);
  expect(words.startsWith(dayIn(zone, iso))).toBe(true);
});
