import { z } from "zod";
import { knownSignals, publishedArticles } from "../insights";
import { defineJob } from "../platform/jobs";
import { articleKey, learnArticle } from "./article-changed";

/**
 * Sent at each start: articles that were published before there was a ledger, or whose change it has
 * missed, reach the predictor. Safe to repeat: one signal for each change of an article.
 */
export const backfillArticles = defineJob({
  name: "learn.backfill-articles",
  payload: z.object({}),
  async run(ctx) {
    const articles = await publishedArticles(ctx.db);
    const known = await knownSignals(ctx.db, articles.map(articleKey));
    const missing = articles.filter((article) => !known.has(articleKey(article)));
    for (const { id: articleId } of missing) await learnArticle.run(ctx, { articleId });
    return `${missing.length} articles`;
  },
});
