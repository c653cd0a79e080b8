import type { Db } from "@/db/client";
import type { KnowledgeMatch, Passage } from "./model";
import { rankArticles } from "./rank";
import { countPublished, passagesOfArticles, passagesWith, questionWords } from "./store";

/** Rarest words that are searched, and passages that are looked at. */
const SEARCHED_WORDS = 64;
const CANDIDATES = 60;

/**
 * What the knowledge base has for a question, in any words. Words are joined by OR: with AND only
 * one question in eight finds its article. The text is data: it reaches the query as parameters.
 *
 * @param named articles to look at whatever words they hold
 */
export async function searchKnowledge(
  db: Db,
  text: string,
  named: readonly string[] = [],
): Promise<KnowledgeMatch> {
  const words = await questionWords(db, text);
  const total = await countPublished(db);
  const known = words.filter((word) => word.articles > 0);
  const searched = known.slice(0, SEARCHED_WORDS).map(({ word }) => word);
  const found = searched.length > 0 ? await passagesWith(db, searched, CANDIDATES) : [];
  const missing = named.filter((id) => !found.some(({ articleId }) => articleId === id));
  const more = await passagesOfArticles(db, missing);
  return {
    articles: rankArticles({ text, words, total }, [...found, ...more]),
    words,
    unknownShare: words.length === 0 ? 1 : 1 - known.length / words.length,
    total,
  };
}

/** The best passages for a question, of the best article first; at most `limit`. */
export async function searchPassages(db: Db, text: string, limit: number): Promise<Passage[]> {
  const { articles } = await searchKnowledge(db, text);
  return articles
    .flatMap((article) =>
      article.passages.map((passage) => ({ ...passage, rank: article.score + passage.rank / 100 })),
    )
    .slice(0, limit);
}
