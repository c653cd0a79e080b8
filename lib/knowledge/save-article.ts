import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { ArticleInput } from "./model";
import { slugOf } from "./read-markdown";
import { splitPassages } from "./split-passages";
import { categoryKnown, lockArticle, replacePassages, slugTaken, upsertArticle } from "./store";

/**
 * Writes an article, new or changed. Its passages are rebuilt in the same transaction, so that
 * retrieval never cites what the article does not say; drafts have none.
 *
 * @throws `conflict` when another article has the slug
 */
export async function saveArticle(
  ctx: Context,
  input: ArticleInput,
): Promise<{ articleId: string }> {
  requirePermission(ctx, "knowledge.write");
  const { articleId, slug, ...fields } = parseInput(ArticleInput, input);

  return transaction(ctx, async (tx) => {
    const old = articleId ? await lockArticle(tx.db, articleId) : null;
    const id = old?.id ?? newId();
    // A title without Latin letters gets a random one.
    const wanted = slug ?? old?.slug ?? (slugOf(fields.title) || `article-${newId()}`);
    if (await slugTaken(tx.db, wanted, id)) {
      throw new AppError("conflict", `Another article is called "${wanted}".`);
    }
    if (fields.category !== null && !(await categoryKnown(tx.db, fields.category))) {
      throw new AppError("invalid", `There is no category "${fields.category}".`, {
        fields: { category: ["is no category of this desk"] },
      });
    }
    // Only the desk itself fills a demo: what is of it is thrown away with it.
    const demo = tx.actor.type === "system" && fields.demo;
    await upsertArticle(tx.db, { id, slug: wanted, ...fields, demo, updatedAt: tx.now() });
    const published = fields.state === "published";
    await replacePassages(tx.db, id, published ? splitPassages(fields.title, fields.body) : []);
    const saved = { articleId: id, state: fields.state, ...(demo && { filled: true }) };
    await recordEvent(tx, "article.saved", saved);
    return { articleId: id };
  });
}
