import { describe, expect, test } from "vitest";
import { parseCsv } from "./csv";
import { auroc, coverageAt, figuresOf } from "./figures";
import { meanOf } from "./report";

const row = (confidence: number, right: boolean, automatic = confidence >= 0.85) => ({
  confidence,
  right,
  automatic,
  novel: false,
});

describe("figures", () => {
  test("shares, precisions, calibration error and Brier by hand", () => {
    const figures = figuresOf([row(0.9, true), row(0.9, false), row(0.7, true), row(0.1, false)]);
    expect(figures).toMatchObject({ n: 4, accuracy: 0.5, autoShare: 0.5, autoPrecision: 0.5 });
    expect(figures.reviewPrecision).toBe(1);
    expect(figures.ece).toBeCloseTo((0.8 + 0.3 + 0.1) / 4);
    expect(figures.brier).toBeCloseTo((0.01 + 0.81 + 0.09 + 0.01) / 4);
  });

  test("what a gate held is not counted as automatic, however confident", () => {
    expect(figuresOf([row(0.95, true, false)])).toMatchObject({ autoShare: 0, reviewShare: 0 });
  });

  test("coverage is the largest share with the wanted precision", () => {
    const rows = [row(0.9, true), row(0.8, false), row(0.7, true), row(0.6, true)];
    expect(coverageAt(rows, 0.75)).toBe(1);
    expect(coverageAt(rows, 0.8)).toBe(0.25);
  });

  test("AUROC counts ties as half", () => {
    expect(auroc([3, 2], [1, 2])).toBe(0.875);
    expect(auroc([1], [1])).toBe(0.5);
  });

  test("means of reports skip what one of them lacks", () => {
    expect(
      meanOf([
        { a: 1, b: [2] },
        { a: 3, b: [4] },
      ]),
    ).toEqual({ a: 2, b: [3] });
    expect(meanOf([{ a: 1 }, { a: 3, b: 5 }])).toEqual({ a: 2, b: 5 });
    expect(meanOf([{ a: undefined }])).toEqual({ a: undefined });
  });

  test("CSV with quotes, doubled quotes and line breaks", () => {
    expect(parseCsv('a,b\n"x, ""y""\nz",2\r\n')).toEqual([
      ["a", "b"],
      ['x, "y"\nz', "2"],
    ]);
  });
});
