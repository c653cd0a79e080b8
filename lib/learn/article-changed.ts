import { z } from "zod";
import { type Article, articleById } from "../knowledge";
import { articleClass } from "../knowledge/model";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lockLedger } from "../predictor";
import type { Signal } from "../predictor/model";
import { recordSignal } from "./record-signal";

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
      await recordSignal(tx, {
        key: articleKey(article),
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

/** Of the signal that tells how an article stands: another one after each change. */
export const articleKey = ({ id, updatedAt, state }: Pick<Article, "id" | "updatedAt" | "state">) =>
  `article:${id}:${updatedAt.toISOString()}:${state}`;
