import { asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { articles, passages } from "@/db/schema/knowledge";

/** More articles than anybody reads down; the newest are shown. */
const LIMIT = 1000;

const uses = sql`answer_uses u where u.article_id = articles.id and u.undone_at is null`;
const COLUMNS = {
  id: articles.id,
  title: articles.title,
  slug: articles.slug,
  category: articles.category,
  state: articles.state,
  uses: sql<number>`(select count(*)::int from ${uses})`,
  accepted: sql<number>`(select count(*)::int from ${uses} and u.accepted)`,
  updatedAt: articles.updatedAt,
};

export function articleRows(db: Db) {
  return db
    .select(COLUMNS)
    .from(articles)
    .orderBy(desc(articles.updatedAt), asc(articles.id))
    .limit(LIMIT);
}

export async function articleRow(db: Db, id: string) {
  const [row] = await db
    .select({ ...COLUMNS, body: articles.body, tags: articles.tags })
    .from(articles)
    .where(eq(articles.id, id));
  return row ?? null;
}

export function passageRows(db: Db, articleId: string) {
  return db
    .select({ title: passages.title, text: passages.text })
    .from(passages)
    .where(eq(passages.articleId, articleId))
    .orderBy(asc(passages.position));
}
