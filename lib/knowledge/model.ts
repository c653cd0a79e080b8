import { z } from "zod";

export const ARTICLE_STATES = ["draft", "published", "retired"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** A piece of an article that can be cited: one heading's text, of a few sentences. */
export const Passage = z.object({
  passageId: z.string(),
  articleId: z.string(),
  slug: z.string(),
  title: z.string(),
  text: z.string(),
  /** Place in its article, from 0. */
  position: z.number().int(),
  /** Relevance for a query, ≥ 0; comparable only within one answer of the search. */
  rank: z.number(),
});
export type Passage = z.infer<typeof Passage>;

/** What a person writes; the slug is made from the title when left out. */
export const ArticleInput = z.object({
  articleId: z.uuid().optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "lower-case letters, digits and hyphens")
    .optional(),
  title: z.string().trim().min(1).max(200),
  /** Markdown. */
  body: z.string().trim().min(1).max(100_000),
  category: z.string().max(64).nullable().default(null),
  tags: z.array(z.string().trim().min(1).max(64)).max(50).default([]),
  /** Retiring has its own verb. */
  state: z.enum(["draft", "published"]).default("published"),
  demo: z.boolean().default(false),
});
export type ArticleInput = z.input<typeof ArticleInput>;

export const ArticleRef = z.object({ articleId: z.uuid() });
export type ArticleRef = z.infer<typeof ArticleRef>;

/** An article that fits a question, with what speaks for it. All shares are in 0..1. */
export type ArticleMatch = {
  articleId: string;
  slug: string;
  title: string;
  category: string | null;
  /** Fused score of the ranking, 0..1; comparable within one search. */
  score: number;
  /** Share of the question's words, weighted by rarity, that the article holds. */
  coverage: number;
  /** The same for its best single passage. */
  passageCoverage: number;
  /** How far question and title say the same. */
  titleMatch: number;
  /** How many of the question's words the article holds. */
  heldWords: number;
  /** Best passages first. */
  passages: Passage[];
};

/** What the knowledge base has for a question. */
export type KnowledgeMatch = {
  /** Best first. */
  articles: ArticleMatch[];
  /** The question's words (stems), and how many published articles hold each. */
  words: { word: string; articles: number }[];
  /** Share of these words that no article holds, 0..1; 1 for a question without words. */
  unknownShare: number;
  /** Published articles in all. */
  total: number;
};
