import { describe, expect, test } from "vitest";
import { Experts, MAX_EXAMPLES_PER_ANSWER } from "./experts";
import { bagOf } from "./features";
import { NeighbourIndex } from "./neighbours";
import { tickets } from "./testing/tickets";
import { Vocabulary } from "./vocabulary";

describe("bounded memory", { timeout: 30_000 }, () => {
  test("an answer keeps its newest examples only", () => {
    const experts = new Experts(1);
    for (let i = 0; i < MAX_EXAMPLES_PER_ANSWER + 60; i++) {
      experts.learn(bagOf(`question ${i} about parcels`), 0, `t${i}`, Int32Array.of(0), 0);
    }
    expect(experts.examples.size).toBe(MAX_EXAMPLES_PER_ANSWER);
    const sources = experts.examples.of(0).map((slot) => experts.examples.at(slot)?.source);
    expect(sources[0]).toBe("t60");
    expect(sources.at(-1)).toBe(`t${MAX_EXAMPLES_PER_ANSWER + 59}`);
  });
});

describe("NeighbourIndex", () => {
  test("finds what a plain comparison of all vectors finds, after removals too", () => {
    const vocabulary = new Vocabulary();
    const bags = tickets(120, 3).map(({ text }) => bagOf(text));
    for (const bag of bags) vocabulary.add(bag);
    const index = new NeighbourIndex("test", vocabulary);
    bags.forEach((bag, i) => {
      index.add({ bag, label: i % 4, source: String(i) });
    });
    for (let i = 0; i < 60; i++) index.remove(index.of(i % 4)[0] ?? -1);
    const question = bagOf("where is my parcel today");
    const values = vocabulary.weigh(question);
    const expected = bags
      .map((bag, i) => ({ source: String(i), similarity: cosine(vocabulary, question, bag) }))
      .slice(60)
      .sort((a, b) => b.similarity - a.similarity);
    const found = index.nearest(index.similarities(question, values), 5);
    found.forEach(({ similarity }, i) => {
      expect(similarity).toBeCloseTo(expected[i]?.similarity ?? 0, 5);
    });
    expect(found).toHaveLength(5);
  });
});

/** Reference: both vectors written out. */
function cosine(vocabulary: Vocabulary, a: ReturnType<typeof bagOf>, b: ReturnType<typeof bagOf>) {
  const other = new Map<number, number>();
  const weights = vocabulary.weigh(b);
  b.ids.forEach((id, i) => {
    other.set(id, (other.get(id) ?? 0) + (weights[i] ?? 0));
  });
  return vocabulary
    .weigh(a)
    .reduce((sum, weight, i) => sum + weight * (other.get(a.ids[i] ?? -1) ?? 0), 0);
}
