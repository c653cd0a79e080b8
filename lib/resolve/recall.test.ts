import { expect, test } from "vitest";
import type { PastAnswer } from "../knowledge";
import type { ArticleMatch, KnowledgeMatch } from "../knowledge/model";
import type { Prediction } from "../predictor/model";
import { choose } from "./recall";

const article = (articleId: string, fits: number): ArticleMatch => ({
  articleId,
  slug: articleId,
  title: articleId,
  category: null,
  score: fits,
  coverage: fits,
  passageCoverage: fits,
  titleMatch: fits,
  heldWords: Math.round(fits * 8),
  passages: [],
});

const matchOf = (...articles: ArticleMatch[]): KnowledgeMatch => ({
  articles,
  words: [],
  unknownShare: 0,
  total: 9,
});

const past = (subject: string, fits: number): PastAnswer => ({
  subject,
  answer: subject.startsWith("answer:")
    ? {
        id: subject.slice(7),
        text: "Open it.",
        language: "en",
        articleId: null,
        state: "released",
        uses: 3,
        accepted: 0,
      }
    : null,
  coverage: fits,
  closest: fits,
  held: 4,
  tickets: ["t1", "t2", "t3"],
});

const predicted = (outcomes: number, answer: string, uncapped: number): Prediction => ({
  candidates: [{ answer, probability: uncapped, evidence: [] }],
  confidence: uncapped,
  uncapped,
  novelty: 0,
  novel: false,
  automatic: false,
  held: [],
  parts: {
    rank: uncapped,
    runnerUp: 0,
    agreement: 1,
    similarity: 0,
    votes: 0,
    article: 0,
    taught: 3,
    accepted: 0,
    history: 0.5,
    unknownWords: 0,
    outcomes,
  },
});

test("on a young desk words decide: a past answer that fits, or an article that fits better", () => {
  const young = predicted(3, "article:a", 0.9);
  const found = choose(matchOf(article("a", 0.1)), [past("answer:x", 0.8)], young);
  expect(found?.subject).toBe("answer:x");
  const better = choose(matchOf(article("a", 1)), [past("answer:x", 0.2)], young);
  expect(better?.subject).toBe("article:a");
});

test("on an old desk what was learned decides, against the words", () => {
  const old = predicted(5000, "answer:x", 0.95);
  const match = matchOf(article("a", 0.9), article("b", 0.2));
  expect(choose(match, [past("answer:x", 0.1)], old)?.subject).toBe("answer:x");
});

test("an article that is not first by words can be chosen for its past", () => {
  const match = matchOf(article("a", 0.3), article("b", 0.2));
  const found = choose(match, [past("article:b", 0.9)], predicted(200, "article:b", 0.8));
  expect(found).toMatchObject({ subject: "article:b", past: { subject: "article:b" } });
});

test("nothing to choose from is nothing", () => {
  expect(choose(matchOf(), [], predicted(10, "answer:gone", 0.9))).toBeNull();
});
