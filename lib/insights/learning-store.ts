import { inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { answers, articles } from "@/db/schema/knowledge";

/** What the subjects of signals are called: titles of articles, beginnings of answers. */
export async function subjectNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const of = await db
    .select({ id: articles.id, name: articles.title })
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  const said = await db
    .select({ id: answers.id, name: sql<string>`left(${answers.text}, 90)` })
    .from(answers)
    .where(inArray(answers.id, [...ids]));
  return new Map([...of, ...said].map(({ id, name }) => [id, name]));
}
