import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { snoozePresets, toField } from "./snooze-times";

const presets = (now: string) =>
  snoozePresets(new Date(now), english).map(({ name, at }) => `${name} ${toField(at)}`);

// Without a zone: the reader's own, whatever this machine's is.
test("in the middle of a week", () => {
  expect(presets("2026-03-11T10:20:00")).toEqual([
    "Later today 2026-03-11T13:00",
    "Tomorrow 2026-03-12T09:00",
    "Next Monday 2026-03-16T09:00",
  ]);
});

test("late in the evening there is no later today", () => {
  expect(presets("2026-03-11T22:00:00")).toEqual([
    "Tomorrow 2026-03-12T09:00",
    "Next Monday 2026-03-16T09:00",
  ]);
});

test("on a Sunday tomorrow is Monday; on a Monday the next one is a week away", () => {
  expect(presets("2026-03-15T08:00:00")).toEqual([
    "Later today 2026-03-15T11:00",
    "Tomorrow 2026-03-16T09:00",
  ]);
  expect(presets("2026-03-16T08:00:00").at(-1)).toBe("Next Monday 2026-03-23T09:00");
});
