import { describe, expect, test } from "vitest";
import type { Prediction } from "../../lib/predictor/model";
import { auroc, coverageAt, figuresOf, judged } from "./figures";
import { meanOf, promisedOf, type Report } from "./report";
import { unseenFigures } from "./variants";

const row = (confidence: number, right: boolean, automatic = confidence >= 0.85) => ({
  confidence,
  right,
  automatic,
  novel: false,
});

const PARTS: Prediction["parts"] = {
  rank: 0.9,
  runnerUp: 0.05,
  agreement: 1,
  similarity: 0.8,
  votes: 1,
  article: 0,
  taught: 10,
  accepted: 5,
  history: 0.9,
  unknownWords: 0,
  outcomes: 200,
};

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
});

test("what the product would not send is not counted as automatic", () => {
  const prediction: Prediction = {
    candidates: [{ answer: "a", probability: 0.9, evidence: [] }],
    confidence: 0.85,
    uncapped: 0.9,
    novelty: 0.1,
    novel: false,
    automatic: true,
    held: [],
    parts: PARTS,
  };
  expect(judged(prediction, "a")).toMatchObject({ right: true, automatic: true });
  expect(judged({ ...prediction, novel: true }, "a").automatic).toBe(false);
  expect(judged({ ...prediction, confidence: 0.8499 }, "a").automatic).toBe(false);
  expect(judged({ ...prediction, confidence: Number.NaN }, "a").automatic).toBe(false);
  expect(judged(prediction, undefined).right).toBe(false);
});

test("the JSON holds the promised parts only, and leaves out what was not measured", () => {
  const report: Report = {
    perThousand: [],
    stream: figuresOf([]),
    ms: { predictP50: 1, updateP50: 2 },
    rssMb: 300,
    labelsUsed: 0,
    restart: { seconds: 1, megabytes: 2, sameAnswers: true },
  };
  expect(Object.keys(promisedOf(report))).toEqual(["ms", "rssMb", "labelsUsed"]);
  const played = { ...report, stream: figuresOf([row(0.9, true)]) };
  expect(Object.keys(promisedOf(played)).slice(0, 2)).toEqual(["perThousand", "stream"]);
});

describe("parts that cannot be measured", () => {
  const asked = (novelty: number, confidence: number): Prediction => ({
    candidates: [],
    confidence,
    uncapped: confidence,
    novelty,
    novel: false,
    automatic: false,
    held: [],
    parts: PARTS,
  });

  test("kinds never seen need both kinds of questions", () => {
    expect(unseenFigures([], [asked(0, 1)])).toBeUndefined();
    expect(unseenFigures([asked(1, 0)], [])).toBeUndefined();
    expect(unseenFigures([asked(1, 0.9), asked(1, 0)], [asked(0, 0.9)])).toEqual({
      auroc: 1,
      wronglyAuto: 0.5,
      autoShare: 1,
    });
  });
});
