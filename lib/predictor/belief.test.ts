import { describe, expect, test } from "vitest";
import { Belief } from "./belief";
import { Random } from "./random";
import { SnapshotReader, SnapshotWriter } from "./snapshot";

const TRUE_WEIGHTS = [0.5, 1.5, -2];

function verdicts(count: number, seed: number): { row: Float64Array; right: boolean }[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const row = Float64Array.of(1, random.next() * 4 - 2, random.next() * 4 - 2);
    const score = row.reduce((sum, value, k) => sum + value * (TRUE_WEIGHTS[k] ?? 0), 0);
    return { row, right: random.next() < 1 / (1 + Math.exp(-score)) };
  });
}

const fresh = (memory = 1) => new Belief({ name: "b", start: [0, 0, 0], doubt: 4, memory });

describe("Belief", () => {
  test("comes to the most probable weights, which plain gradient descent finds too", () => {
    const seen = verdicts(800, 3);
    const belief = fresh();
    for (const { row, right } of seen) belief.learn(row, right);
    const weights = [0, 0, 0];
    for (let round = 0; round < 300; round++) {
      const slope = weights.map((weight) => weight / 4);
      for (const { row, right } of seen) {
        const score = row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
        const error = 1 / (1 + Math.exp(-score)) - Number(right);
        row.forEach((value, k) => {
          slope[k] = (slope[k] ?? 0) + error * value;
        });
      }
      slope.forEach((value, k) => {
        weights[k] = (weights[k] ?? 0) - 0.004 * value;
      });
    }
    for (const { row } of verdicts(50, 4)) {
      const score = row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
      expect(Math.abs(belief.probability(row) - 1 / (1 + Math.exp(-score)))).toBeLessThan(0.03);
    }
  });

  test("a verdict of weight 3 counts like three of weight 1", () => {
    const one = fresh();
    const three = fresh();
    for (const { row, right } of verdicts(200, 5)) {
      one.learn(row, right, 3);
      for (let i = 0; i < 3; i++) three.learn(row, right);
    }
    for (const { row } of verdicts(30, 6)) {
      expect(Math.abs(one.probability(row) - three.probability(row))).toBeLessThan(0.02);
    }
  });

  test("follows when the world changes, the sooner the less it remembers", () => {
    const row = Float64Array.of(1, 0, 0);
    const [long, short] = [fresh(), fresh(0.99)];
    for (let i = 0; i < 2000; i++) for (const one of [long, short]) one.learn(row, i < 1500);
    expect(short.probability(row)).toBeLessThan(long.probability(row));
    expect(short.probability(row)).toBeLessThan(0.1);
  });

  test("stays finite for rows that never vary, certain verdicts, heavy weights and no numbers", () => {
    const belief = fresh(0.99);
    const row = Float64Array.of(1, 0, 1e3);
    for (let i = 0; i < 5000; i++) belief.learn(row, true, i % 7 === 0 ? 100 : 1);
    belief.learn(Float64Array.of(1, Number.NaN, 0), false);
    belief.learn(row, false, 100);
    expect(belief.probability(row)).toBeGreaterThanOrEqual(0);
    expect(belief.probability(Float64Array.of(1, 1, 1))).toBeLessThanOrEqual(1);
  });

  test("is the same after a snapshot, and learns on alike", () => {
    const [one, two] = [fresh(0.999), fresh(0.999)];
    for (const { row, right } of verdicts(100, 7)) one.learn(row, right);
    const writer = new SnapshotWriter();
    one.save(writer);
    two.load(new SnapshotReader(writer.finish()));
    for (const { row, right } of verdicts(100, 8)) {
      one.learn(row, right);
      two.learn(row, right);
      expect(two.probability(row)).toBe(one.probability(row));
    }
  });
});
