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
  /** Relevance for a query, ≥ 0; comparable only within one answer of the search. */
  rank: z.number(),
});
export type Passage = z.infer<typeof Passage>;
