import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import type { CurvePoint } from "@/lib/insights/model";
import { figuresOf } from "./progress-words";

const point = (change: Partial<CurvePoint>): CurvePoint => ({
  outcomes: 5,
  count: 5,
  accepted: 0,
  right: null,
  questions: 5,
  unknown: 0,
  until: "2026-11-21T10:00:00Z",
  ...change,
});
const NOBODY = { sure: { count: 0, accepted: 0 } };

test("a desk that has done nothing says what must happen, and claims nothing", () => {
  const figures = figuresOf(
    { every: 1, curve: [], latest: { count: 0, accepted: 0 } },
    NOBODY,
    english,
  );
  expect(figures.map(({ figure }) => figure)).toEqual([null, null, null, null]);
  for (const { words } of figures) expect(words).toMatch(/^nothing yet: /);
});

test("figures are cut, not rounded, and say what they are shares of", () => {
  const figures = figuresOf(
    {
      every: 1,
      curve: [
        point({ unknown: 0.389 }),
        point({ unknown: null }),
        point({ outcomes: 1240, unknown: 0.099 }),
      ],
      latest: { count: 200, accepted: 143 },
    },
    { sure: { count: 320, accepted: 312 } },
    english,
  );
  expect(figures.map(({ figure }) => figure)).toEqual(["1,240", "71 %", "97 %", "9 %"]);
  expect(figures[1]?.words).toContain("of the last 200 questions");
  expect(figures[2]?.words).toContain("of 320 replies");
  expect(figures[3]?.words).toContain("fell from 38 %");
});

test("of a sample, the number is told as what it is", () => {
  const curve = [point({ outcomes: 90_000 })];
  const [outcomes] = figuresOf(
    { every: 5, curve, latest: { count: 200, accepted: 1 } },
    NOBODY,
    english,
  );
  expect(outcomes?.figure).toBe("about 90,000");
});

test.each([
  [[0.1, 0.3], "rose from 10 %"],
  [[0.2, 0.2], "as at the start"],
  [[0.2], "were unlike anything seen"],
])("an unknown share of %j is told as it went", (shares, words) => {
  const curve = shares.map((unknown) => point({ unknown }));
  const [, , , unknown] = figuresOf(
    { every: 1, curve, latest: { count: 5, accepted: 0 } },
    NOBODY,
    english,
  );
  expect(unknown?.words).toContain(words);
});
