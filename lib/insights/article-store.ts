import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { articles, passages } from "@/db/schema/knowledge";
import { signals } from "@/db/schema/predictor";

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

/** All that replies are drafted from, as far as the ledger tells them apart. */
export function publishedArticles(db: Db) {
  return db
    .select({ id: articles.id, state: articles.state, updatedAt: articles.updatedAt })
    .from(articles)
    .where(eq(articles.state, "published"))
    .orderBy(asc(articles.createdAt), asc(articles.id));
}

/** Those of these keys that the ledger holds. */
export async function knownSignals(db: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: signals.key })
    .from(signals)
    .where(inArray(signals.key, [...keys]));
  return new Set(rows.map(({ key }) => key));
}
