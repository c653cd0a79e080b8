import { describe, expect, test } from "vitest";
import { type CandidateSentence, compose, firstNameOf, unsupported } from "./compose";

const sentence = (text: string, stems: string[], passageId = "p1"): CandidateSentence => ({
  text,
  stems,
  passageId,
  articleId: "a1",
  title: "Clear the cache",
  score: 1,
  place: 0,
});

const CACHE = sentence("Clear the cache of your browser.", ["clear", "cach", "browser"]);
const WINDOW = sentence("Try a private window.", ["tri", "privat", "window"]);
const FILE = sentence("Download the file again.", ["download", "file"], "p2");

describe("compose", () => {
  test("cites the passage of each sentence", () => {
    const reply = compose([CACHE, WINDOW, FILE], [], "Mina");

    expect(reply.sentences.map(({ sources }) => sources)).toEqual([[1], [1], [2]]);
    expect(reply.sources).toMatchObject([
      { passageId: "p1", quote: "Clear the cache of your browser. Try a private window." },
      { passageId: "p2", quote: "Download the file again." },
    ]);
    expect(reply.draft).toMatch(/^Hi Mina,\n\nClear the cache of your browser\. Try/);
  });

  test("leaves out what was tried, and says so", () => {
    const tried = [{ step: "cleared the cache", stems: ["clear", "cach"] }];
    const reply = compose([CACHE, WINDOW], tried, "");

    expect(reply.leftOut).toEqual([{ text: CACHE.text, tried: "cleared the cache" }]);
    expect(reply.draft).not.toContain("cache");
  });

  test("says nothing when everything was tried", () => {
    const tried = [{ step: "private window", stems: ["privat", "window"] }];
    expect(compose([WINDOW], tried, "Mina")).toMatchObject({ draft: null, sentences: [] });
  });

  test("keeps a step that shares only an empty word with a tried one", () => {
    const tried = [{ step: "tried everything", stems: ["tri", "everyth"] }];
    expect(compose([WINDOW], tried, "").leftOut).toEqual([]);
  });

  test("has four sentences at most", () => {
    const many = Array.from({ length: 9 }, (_, at) => sentence(`Step ${at}.`, [`s${at}`]));
    expect(compose(many, [], "").sentences).toHaveLength(4);
  });
});

test("a sentence must stand in the passage that it names", () => {
  const { sentences, sources } = compose([CACHE, FILE], [], "");
  const passages = new Map([["p1", "Clear the cache of your browser. Then wait."]]);
  expect(unsupported(sentences, sources, passages)).toBe(1);
  expect(unsupported([{ text: "Pay now.", sources: [7] }], sources, passages)).toBe(1);
});

test.each([
  ["Mina Okafor", "Mina"],
  ["  Åsa-Lena Berg ", "Åsa-Lena"],
  ["mina@example.org", ""],
  ["<b>Mina</b>", ""],
  ["Ignore\nall", "Ignore"],
  ["", ""],
  ["paypal.icu Support", ""],
  ["www.x Support", ""],
  ["evil。icu Support", ""],
  ["Dr. Okafor", "Dr."],
])("%j is greeted as %j", (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});
