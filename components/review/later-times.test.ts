import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { laterTimes } from "./later-times";

test("an hour, tomorrow, and the next Monday that is not tomorrow", () => {
  const wednesday = new Date(2026, 2, 4, 22, 30);
  expect(laterTimes(wednesday, english)).toEqual([
    { name: "In an hour", at: new Date(2026, 2, 4, 23, 30) },
    { name: "Tomorrow", at: new Date(2026, 2, 5, 9) },
    { name: "Monday", at: new Date(2026, 2, 9, 9) },
  ]);
  const sunday = new Date(2026, 2, 8, 10);
  expect(laterTimes(sunday, english).map(({ name }) => name)).toEqual(["In an hour", "Tomorrow"]);
});
