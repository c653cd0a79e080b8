import { describe, expect, test } from "vitest";
import { Bm25 } from "./bm25";

const words = (text: string) => text.toLowerCase().match(/\w+/g) ?? [];
const HOW = { title: "How can I do it", body: "How you can do what you want" };
const EXPORT = { title: "Export", body: "A file with all projects, made at night" };

function shelf(usual: readonly string[] = []): Bm25 {
  const index = new Bm25(words, usual);
  index.add(0, HOW);
  index.add(2, EXPORT);
  return index;
}

describe("BM25", () => {
  test("scores are by number, as a share of the best", () => {
    const scores = shelf().score("an export at night", 4);
    expect([...scores]).toEqual([0, 0, 1, 0]);
    expect([...shelf().score("something else", 3)]).toEqual([0, 0, 0]);
  });

  test("what everybody writes counts less than what a question is about", () => {
    const ask = "How can I do an export?";
    const plain = shelf().score(ask, 3);
    const told = shelf(["how can I do it"]).score(ask, 3);
    expect(plain[2]).toBeLessThan(1);
    expect(told[2]).toBeGreaterThan(plain[2] ?? 1);
  });

  test("what is taken out leaves nothing behind", () => {
    const index = shelf();
    index.remove(0, HOW);
    const alone = new Bm25(words, []);
    alone.add(2, EXPORT);
    for (const ask of ["how can I export a file", "what do you want"]) {
      expect(index.score(ask, 3)).toEqual(alone.score(ask, 3));
    }
    index.clear();
    expect([...index.score("export", 3)]).toEqual([0, 0, 0]);
  });
});
