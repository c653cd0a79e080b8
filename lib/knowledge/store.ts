import { and, count, eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { articles, passages } from "@/db/schema/knowledge";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import type { ArticleState } from "./model";
import type { NewPassage } from "./split-passages";

export type Article = typeof articles.$inferSelect;

/** @throws `not_found` */
export async function lockArticle(db: Db, id: string): Promise<Article> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id)).for("update");
  if (!row) throw new AppError("not_found", "There is no such article.");
  return row;
}

/** Null when there is none. */
export async function articleById(db: Db, id: string): Promise<Article | null> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id));
  return row ?? null;
}

/** Null when there is none. */
export async function articleBySlug(db: Db, slug: string): Promise<Article | null> {
  const [row] = await db.select().from(articles).where(eq(articles.slug, slug));
  return row ?? null;
}

/** True when the desk has that category: the column refers to it. */
export async function categoryKnown(db: Db, slug: string): Promise<boolean> {
  const rows = await rowsOf<{ one: number }>(
    db,
    sql`select 1 as one from categories where slug = ${slug}`,
  );
  return rows.length > 0;
}

export async function slugTaken(db: Db, slug: string, except: string): Promise<boolean> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.slug, slug), sql`${articles.id} <> ${except}`));
  return rows.length > 0;
}

/** Writes the whole article, new or not. */
export async function upsertArticle(db: Db, row: typeof articles.$inferInsert): Promise<void> {
  const { id: _, ...change } = row;
  await db.insert(articles).values(row).onConflictDoUpdate({ target: articles.id, set: change });
}

export async function setArticleState(db: Db, id: string, state: ArticleState, at: Date) {
  await db.update(articles).set({ state, updatedAt: at }).where(eq(articles.id, id));
}

/** Replaces an article's passages; an empty list takes it out of retrieval. */
export async function replacePassages(
  db: Db,
  articleId: string,
  texts: readonly NewPassage[],
): Promise<void> {
  await db.delete(passages).where(eq(passages.articleId, articleId));
  if (texts.length === 0) return;
  await db
    .insert(passages)
    .values(texts.map((passage, position) => ({ id: newId(), articleId, position, ...passage })));
}

export async function countPublished(db: Db): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(articles)
    .where(eq(articles.state, "published"));
  return row?.count ?? 0;
}

/** Characters of a question that retrieval reads: its point stands at the start. */
const QUESTION_CHARACTERS = 4000;
/** Words looked up, of those the rarest are searched. */
const COUNTED_WORDS = 200;

/**
 * The words (stems) of a text, and how many articles hold each. Only plain words come back: no
 * quote or backslash, so that they can be joined into a tsquery.
 */
export async function questionWords(
  db: Db,
  text: string,
): Promise<{ word: string; articles: number }[]> {
  return rowsOf(
    db,
    sql`with words as (
      select word from unnest(tsvector_to_array(
        to_tsvector('english', left(${text}::text, ${QUESTION_CHARACTERS}::int)))) as w(word)
      where word ~ '^[[:alnum:]][[:alnum:]_./:@%+-]*$' and length(word) <= 64
      limit ${COUNTED_WORDS}::int)
    select word, (select count(distinct article_id)::int from passages
      where search @@ ('''' || word || '''')::tsquery) as articles
    from words order by articles, word`,
  );
}

export type Candidate = {
  passageId: string;
  articleId: string;
  slug: string;
  articleTitle: string;
  category: string | null;
  title: string;
  text: string;
  position: number;
  rank: number;
  /** Stems of title and text, separated by spaces. */
  titleWords: string;
  textWords: string;
};

/** Passages with any of the words, best by ts_rank first. `words` come from `questionWords`. */
export async function passagesWith(
  db: Db,
  words: readonly string[],
  limit: number,
): Promise<Candidate[]> {
  const query = words.map((word) => `'${word}'`).join(" | ");
  return rowsOf<Candidate>(
    db,
    sql`select p.id as "passageId", p.article_id as "articleId", a.slug, a.title as "articleTitle",
      a.category, p.title, p.text, p.position, ts_rank(p.search, ${query}::text::tsquery)::float8 as rank,
      array_to_string(tsvector_to_array(to_tsvector('english', p.title)), ' ') as "titleWords",
      array_to_string(tsvector_to_array(to_tsvector('english', p.text)), ' ') as "textWords"
    from passages p join articles a on a.id = p.article_id
    where p.search @@ ${query}::text::tsquery
    order by rank desc, p.id limit ${limit}::int`,
  );
}

/** All passages of published ones of these articles. */
export async function passagesOfArticles(
  db: Db,
  articleIds: readonly string[],
): Promise<Candidate[]> {
  if (articleIds.length === 0) return [];
  return rowsOf<Candidate>(
    db,
    sql`select p.id as "passageId", p.article_id as "articleId", a.slug, a.title as "articleTitle",
      a.category, p.title, p.text, p.position, 0::float8 as rank,
      array_to_string(tsvector_to_array(to_tsvector('english', p.title)), ' ') as "titleWords",
      array_to_string(tsvector_to_array(to_tsvector('english', p.text)), ' ') as "textWords"
    from passages p join articles a on a.id = p.article_id
    where a.state = 'published' and a.id = any(${`{${articleIds.join(",")}}`}::text::uuid[])
    order by p.article_id, p.position limit 200`,
  );
}

/** The words (stems) of each text, in the same order. */
export async function stemsOf(db: Db, texts: readonly string[]): Promise<string[][]> {
  if (texts.length === 0) return [];
  const rows = await rowsOf<{ words: string }>(
    db,
    sql`select array_to_string(tsvector_to_array(to_tsvector('english', t.text)), ' ') as words
      from jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb)
        with ordinality as t(text, place) order by t.place`,
  );
  return rows.map((row) => (row.words === "" ? [] : row.words.split(" ")));
}
