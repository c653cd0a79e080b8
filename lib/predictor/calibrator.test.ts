import { describe, expect, test } from "vitest";
import { Calibrator } from "./calibrator";
import { type DraftFacts, judgedRow } from "./judged-row";
import { Random } from "./random";
import { SnapshotReader, SnapshotWriter } from "./snapshot";
import { sigmoid } from "./softmax";

const FACTS: DraftFacts = {
  logOdds: 0.7,
  words: 0.2,
  learned: 0.8,
  weight: 0.6,
  novelty: 0.1,
  margin: 0.4,
  agreement: 0.8,
  history: 0.7,
  uses: 4,
  sentiment: -0.2,
  leftOut: 0,
  sameCategory: true,
  noIntent: false,
  wish: false,
  support: 1,
  pastAnswer: true,
  heldWords: 5,
  unknownWords: 0.1,
};

/** A desk whose confidence is too sure of itself, and which is often wrong about upset customers. */
function drafts(count: number, seed: number) {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const logOdds = 6 * random.next() - 2;
    const sentiment = random.next() < 0.3 ? -0.9 : 0;
    const truth = sigmoid(0.6 * logOdds - 0.5 + 1.5 * sentiment);
    return { facts: { ...FACTS, logOdds, sentiment }, right: random.next() < truth };
  });
}

const rowOf = (facts: DraftFacts) => judgedRow(facts) ?? [];
const judged = (facts: DraftFacts, right: boolean, weight = 1) =>
  ({ type: "judged", id: "j", row: rowOf(facts), right, weight }) as const;

/** Expected calibration error over ten bins. */
function errorOf(pairs: readonly { claimed: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ claimed: 0, right: 0 }));
  for (const { claimed, right } of pairs) {
    const bin = bins[Math.min(9, Math.floor(claimed * 10))];
    if (!bin) continue;
    bin.claimed += claimed;
    bin.right += Number(right);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.claimed - bin.right), 0) / pairs.length;
}

describe("the desk's own calibration", () => {
  test("without an outcome it is the weights' own word, to the last digit", () => {
    const { confidence, outcomes } = new Calibrator().calibration();
    expect(outcomes).toBe(0);
    for (const logOdds of [-7.3, -0.4, 0, 0.123456789, 2.9, 11]) {
      expect(confidence({ ...FACTS, logOdds })).toBe(sigmoid(logOdds));
    }
  });

  test("what outcomes teach brings claim and outcome together on a desk that claims too much", () => {
    const calibrator = new Calibrator();
    for (const { facts, right } of drafts(400, 3)) calibrator.learn(judged(facts, right));
    const { confidence } = calibrator.calibration();
    const next = drafts(2000, 4);
    const before = errorOf(next.map((d) => ({ ...d, claimed: sigmoid(d.facts.logOdds) })));
    const after = errorOf(next.map((d) => ({ ...d, claimed: confidence(d.facts) })));
    expect(before).toBeGreaterThan(0.15);
    expect(after).toBeLessThan(0.06);
  });

  test("a fall is believed at once, a rise only with time", () => {
    const falls = new Calibrator();
    const rises = new Calibrator();
    for (let n = 0; n < 5; n++) falls.learn(judged(FACTS, false));
    for (let n = 0; n < 5; n++) rises.learn(judged(FACTS, true));
    const now = sigmoid(FACTS.logOdds);
    const fall = now - falls.calibration().confidence(FACTS);
    const rise = rises.calibration().confidence(FACTS) - now;
    expect(rise).toBeGreaterThan(0);
    expect(fall).toBeGreaterThan(5 * rise);
  });

  test("rows that are no numbers, or of another shape, teach and claim nothing", () => {
    const calibrator = new Calibrator();
    calibrator.learn({ type: "judged", id: "j", row: [1, Number.NaN], right: true, weight: 1 });
    calibrator.learn({ type: "judged", id: "j", row: [1, 2, 3], right: true, weight: 1 });
    calibrator.learn(judged(FACTS, true, Number.NaN));
    expect(calibrator.outcomeCount).toBe(0);
    expect(calibrator.calibration().confidence({ ...FACTS, novelty: Number.NaN })).toBe(0);
    expect(judgedRow({ ...FACTS, words: -Infinity })).not.toBeNull();
    expect(judgedRow({ ...FACTS, logOdds: Number.NaN })).toBeNull();
  });

  test("goes on from a snapshot as if it had not stopped; a copy in use does not change", () => {
    const one = new Calibrator();
    for (const { facts, right } of drafts(50, 5)) one.learn(judged(facts, right));
    const frozen = one.calibration();
    const before = frozen.confidence(FACTS);
    const to = new SnapshotWriter();
    one.save(to);
    const other = new Calibrator();
    other.load(new SnapshotReader(to.finish()));
    for (const { facts, right } of drafts(50, 6)) {
      one.learn(judged(facts, right));
      other.learn(judged(facts, right));
    }
    expect(other.calibration().confidence(FACTS)).toBe(one.calibration().confidence(FACTS));
    expect(other.outcomeCount).toBe(100);
    expect(frozen.confidence(FACTS)).toBe(before);
  });
});
