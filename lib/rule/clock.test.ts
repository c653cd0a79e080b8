import { expect, test } from "vitest";
import { clockWords, daysWords, momentIn, timeHolds } from "./clock";

const WEEK = [1, 2, 3, 4, 5];

test("a moment is read on the clock of a place, in winter and in summer", () => {
  expect(momentIn("2026-01-05T08:30:00Z", "Europe/Berlin")).toEqual({ day: 1, minute: 570 });
  expect(momentIn("2026-07-05T22:30:00Z", "Europe/Berlin")).toEqual({ day: 1, minute: 30 });
  expect(clockWords(momentIn("2026-01-05T08:30:00Z", "UTC"))).toBe("Mon 08:30");
});

test.each([
  ["Monday at nine", { day: 1, minute: 540 }, true],
  ["a minute before", { day: 1, minute: 539 }, false],
  ["at five it is over", { day: 1, minute: 1020 }, false],
  ["Saturday", { day: 6, minute: 600 }, false],
])("office hours: %s", (_name, moment, holds) => {
  expect(timeHolds({ days: WEEK, from: "09:00", to: "17:00" }, moment)).toBe(holds);
});

test.each([
  ["Friday late", { day: 5, minute: 1330 }, true],
  ["the night after Friday", { day: 6, minute: 60 }, true],
  ["the night after Sunday", { day: 1, minute: 60 }, false],
])("hours over midnight belong to the day on which they begin: %s", (_name, moment, holds) => {
  expect(timeHolds({ days: WEEK, from: "22:00", to: "06:00" }, moment)).toBe(holds);
});

test("the same time twice means all day", () => {
  expect(timeHolds({ days: [7], from: "00:00", to: "00:00" }, { day: 7, minute: 0 })).toBe(true);
});

test("days in words", () => {
  expect(daysWords(WEEK)).toBe("Mon–Fri");
  expect(daysWords([6, 7])).toBe("Sat, Sun");
  expect(daysWords([1, 2, 3, 4, 5, 6, 7])).toBe("any day");
});
