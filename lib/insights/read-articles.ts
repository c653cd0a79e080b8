import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { articleRow, articleRows, passageRows } from "./article-store";
import type { ArticleRow, ArticleView } from "./model";

/** All articles, the newest change first. */
export async function readArticles(ctx: Context): Promise<ArticleRow[]> {
  requirePermission(ctx, "knowledge.read");
  const rows = await articleRows(ctx.db);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** One of them, with what replies may quote. @throws `not_found` */
export async function readArticle(ctx: Context, id: string): Promise<ArticleView> {
  requirePermission(ctx, "knowledge.read");
  const row = await articleRow(ctx.db, id);
  if (!row) throw new AppError("not_found", "There is no such article.");
  const passages = await passageRows(ctx.db, id);
  return { ...row, passages, updatedAt: row.updatedAt.toISOString() };
}
