import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { parseInput } from "../platform/parse";
import { ArticleRef, type ArticleState } from "./model";
import { splitPassages } from "./split-passages";
import { lockArticle, replacePassages, setArticleState } from "./store";

/** Makes a draft or retired article part of retrieval. */
export const publishArticle = (ctx: Context, input: ArticleRef) => settle(ctx, input, "published");

/** Takes an article out of retrieval at once; it is kept. */
export const retireArticle = (ctx: Context, input: ArticleRef) => settle(ctx, input, "retired");

async function settle(ctx: Context, input: ArticleRef, state: ArticleState): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { articleId } = parseInput(ArticleRef, input);

  await transaction(ctx, async (tx) => {
    const article = await lockArticle(tx.db, articleId);
    if (article.state === state) return;
    await setArticleState(tx.db, articleId, state, tx.now());
    const texts = state === "published" ? splitPassages(article.title, article.body) : [];
    await replacePassages(tx.db, articleId, texts);
    await recordEvent(tx, "article.saved", { articleId, state });
  });
}
