import { z } from "zod";
import { articleById } from "../knowledge";
import { articleClass } from "../knowledge/model";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { appendSignal, lockLedger } from "../predictor";
import type { Signal } from "../predictor/model";

/**
 * Tells the predictor what an article says now, or that it may not be used. Retrieval knew in the
 * transaction that changed it; this lets it answer by what it says, before its first ticket.
 * Safe to repeat: one signal for each change of the article.
 */
export const learnArticle = defineJob({
  name: "learn.article-changed",
  payload: z.object({ articleId: z.uuid() }),
  run: (ctx, { articleId }) =>
    transaction(ctx, async (tx) => {
      await lockLedger(tx.db);
      const article = await articleById(tx.db, articleId);
      if (!article) return "skipped: the article is gone";
      const answer = articleClass(articleId);
      const learned: Signal[] =
        article.state === "published"
          ? [
              { type: "restored", id: articleId, answer },
              {
                type: "article",
                id: articleId,
                answer,
                title: article.title,
                body: article.body,
              },
            ]
          : [{ type: "retired", id: articleId, answer }];
      await appendSignal(tx.db, {
        key: `article:${articleId}:${article.updatedAt.toISOString()}:${article.state}`,
        kind: "article",
        subject: answer,
        payload: { articleId, state: article.state },
        learned,
        demo: article.demo,
        createdAt: tx.now(),
      });
      return article.state;
    }),
});
