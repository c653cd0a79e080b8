import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addOpenTime, openSeconds, openState } from "./business-time";
import type { Calendar } from "./model";

const week = (from: string, to: string) => [1, 2, 3, 4, 5].map((day) => ({ day, from, to }));
const berlin: Calendar = {
  timeZone: "Europe/Berlin",
  hours: week("09:00", "17:00"),
  holidays: [{ date: "2026-12-25", name: "Christmas" }],
};
const at = (iso: string) => new Date(iso);
const added = (iso: string, minutes: number, calendar: Calendar | null = berlin) =>
  addOpenTime(calendar, at(iso), minutes * 60).toISOString();

describe("adding open time", () => {
  test("without a calendar counts around the clock", () => {
    expect(added("2026-11-20T22:50:00Z", 30, null)).toBe("2026-11-20T23:20:00.000Z");
  });

  test("counts within the hours, and from the next opening on", () => {
    expect(added("2026-11-20T09:00:00Z", 60)).toBe("2026-11-20T10:00:00.000Z");
    expect(added("2026-11-20T05:00:00Z", 60)).toBe("2026-11-20T09:00:00.000Z");
    // Friday 16:30 in Berlin, an hour: half of it is left for Monday.
    expect(added("2026-11-20T15:30:00Z", 60)).toBe("2026-11-23T08:30:00.000Z");
  });

  test("what ends with the hours is due then", () => {
    expect(added("2026-11-20T15:00:00Z", 60)).toBe("2026-11-20T16:00:00.000Z");
    expect(added("2026-11-20T16:00:00Z", 1)).toBe("2026-11-23T08:01:00.000Z");
    expect(added("2026-11-20T20:00:00Z", 0)).toBe("2026-11-20T20:00:00.000Z");
  });

  test("passes over lunch, and over a holiday", () => {
    const lunch = {
      ...berlin,
      hours: [...week("13:00", "17:00"), ...week("09:00", "12:00")],
    };
    expect(added("2026-11-20T10:30:00Z", 60, lunch)).toBe("2026-11-20T12:30:00.000Z");
    // Thursday before Christmas, 16:30; Friday is closed.
    expect(added("2026-12-24T15:30:00Z", 60)).toBe("2026-12-28T08:30:00.000Z");
  });

  test("keeps to the clock on the wall when it is changed", () => {
    // 29 March 2026, 02:00 becomes 03:00; 25 October, 03:00 becomes 02:00.
    expect(added("2026-03-27T15:00:00Z", 120)).toBe("2026-03-30T08:00:00.000Z");
    expect(added("2026-10-23T14:00:00Z", 120)).toBe("2026-10-26T09:00:00.000Z");
    const always: Calendar = {
      timeZone: "Europe/Berlin",
      hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: "00:00", to: "24:00" })),
      holidays: [],
    };
    expect(openSeconds(always, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"))).toBe(
      23 * 3600,
    );
    expect(openSeconds(always, at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"))).toBe(
      25 * 3600,
    );
    const night = { ...always, hours: [{ day: 7, from: "01:00", to: "04:00" }] };
    const hours = (from: string, to: string) => openSeconds(night, at(from), at(to)) / 3600;
    expect(hours("2026-03-28T20:00:00Z", "2026-03-29T20:00:00Z")).toBe(2);
    expect(hours("2026-10-24T20:00:00Z", "2026-10-25T20:00:00Z")).toBe(4);
  });

  test("refuses a calendar that is never open", () => {
    expect(() => added("2026-11-20T09:00:00Z", 1, { ...berlin, hours: [] })).toThrow(RangeError);
  });
});

test("open time between two instants leaves out nights and weekends", () => {
  expect(openSeconds(berlin, at("2026-11-20T15:00:00Z"), at("2026-11-23T09:00:00Z"))).toBe(7200);
  expect(openSeconds(berlin, at("2026-11-21T00:00:00Z"), at("2026-11-22T00:00:00Z"))).toBe(0);
  expect(openSeconds(berlin, at("2026-11-23T09:00:00Z"), at("2026-11-20T15:00:00Z"))).toBe(0);
});

test("says whether it is open, and when that changes", () => {
  const state = (iso: string) => openState(berlin, at(iso));
  expect(state("2026-11-20T09:00:00Z")).toEqual({ open: true, changesAt: at("2026-11-20T16:00Z") });
  expect(state("2026-11-20T16:00:00Z")).toEqual({
    open: false,
    changesAt: at("2026-11-23T08:00Z"),
  });
  const weekend = [6, 7].map((day) => ({ day, from: "00:00", to: "24:00" }));
  expect(openState({ ...berlin, hours: weekend }, at("2026-11-21T12:00:00Z"))).toEqual({
    open: true,
    changesAt: at("2026-11-22T23:00Z"),
  });
  expect(openState(null, at("2026-11-20T16:00:00Z"))).toEqual({ open: true, changesAt: null });
});

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"),
  hours: fc.array(
    fc
      .tuple(
        fc.integer({ min: 1, max: 7 }),
        fc.nat({ max: 1379 }),
        fc.integer({ min: 60, max: 900 }),
      )
      .map(([day, from, length]) => ({
        day,
        from: time(from),
        to: time(Math.min(1440, from + length)),
      })),
    { minLength: 1, maxLength: 8 },
  ),
  holidays: fc.array(
    fc.integer({ min: 0, max: 400 }).map((day) => ({
      date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      name: "",
    })),
    { maxLength: 20 },
  ),
});

test("time that was added is measured again", () => {
  fc.assert(
    fc.property(
      calendars,
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.integer({ min: 1, max: 6000 }),
      (calendar, start, minutes) => {
        const from = new Date(start);
        const due = addOpenTime(calendar, from, minutes * 60);
        expect(openSeconds(calendar, from, due)).toBeCloseTo(minutes * 60, 3);
        // Not a moment earlier.
        const before = new Date(due.getTime() - 1000);
        expect(openSeconds(calendar, from, before)).toBeLessThan(minutes * 60);
      },
    ),
    { numRuns: 150 },
  );
});
