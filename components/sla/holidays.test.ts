import { expect, test } from "vitest";
import { mergeHolidays, readHolidays } from "./holidays";

test("a pasted list is read in the ways in which days are written", () => {
  const text =
    "2026-12-25 Christmas\n\n26.12.2026, Second day\r\n7/4/2026 - Fourth of July\n2027-1-1";
  expect(readHolidays(text)).toEqual({
    days: [
      { date: "2026-12-25", name: "Christmas" },
      { date: "2026-12-26", name: "Second day" },
      { date: "2026-07-04", name: "Fourth of July" },
      { date: "2027-01-01", name: "" },
    ],
    bad: [],
  });
});

test("lines that are no days are told", () => {
  expect(readHolidays("Easter\n2026-02-30 Never\n2026-05-01 May").bad).toEqual([
    "Easter",
    "2026-02-30 Never",
  ]);
});

test("a day stands once, in order", () => {
  const [first, second] = ["2026-01-01", "2026-05-01"];
  expect(
    mergeHolidays(
      [{ date: second, name: "May" }],
      [
        { date: first, name: "New Year" },
        { date: second, name: "Labour Day" },
      ],
    ),
  ).toEqual([
    { date: first, name: "New Year" },
    { date: second, name: "Labour Day" },
  ]);
});
