import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { coverWords, promiseWords, restWords } from "./forecast-words";
import { weekWords } from "./week-words";

test("a forecast is told in a sentence", () => {
  expect(coverWords({ covers: 0, late: 0, soon: 0 }, english)).toBe("covers no open ticket");
  expect(coverWords({ covers: 1, late: 0, soon: 0 }, english)).toBe(
    "covers 1 open ticket: none late",
  );
  expect(coverWords({ covers: 12, late: 3, soon: 1 }, english)).toBe(
    "covers 12 open tickets: 3 late, 1 due within the hour",
  );
  const rest = { policies: {}, looked: 2000, more: true };
  expect(restWords({ ...rest, without: 2 }, english)).toBe(
    "2 open tickets without a promise. Counted over the 2000 that wait longest.",
  );
  expect(restWords({ ...rest, without: 0, more: false }, english)).toBe(
    "Every open ticket has a promise.",
  );
});

test("only what is promised is told", () => {
  expect(
    promiseWords({ firstMinutes: 60, nextMinutes: null, resolutionMinutes: 960 }, english),
  ).toBe("first reply in 1 h, solved in 16 h");
});

test("days with the same hours are told together", () => {
  const office = [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "17:00" }));
  expect(weekWords([...office, { day: 6, from: "10:00", to: "14:00" }], english)).toBe(
    "Mon–Fri 09:00–17:00; Sat 10:00–14:00",
  );
  expect(weekWords([], english)).toBe("");
});
