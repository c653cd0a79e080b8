import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { novelQuestions, questionGroups } from "@/db/schema/knowledge";
import { AppError } from "../platform/errors";
import type { QuestionGroupState } from "./model";

export type QuestionGroup = typeof questionGroups.$inferSelect;
export type NovelQuestion = typeof novelQuestions.$inferSelect;

/** Any number, the same for every process: the queue before the groups. */
const GROUPS_LOCK = 7_120_404;
/** Characters of a question that are searched: its point stands at the start. */
const SEARCHED_CHARACTERS = 4000;
/** Of its words, the rarest are searched; counting stops where a word is common anyway. */
const SEARCHED_WORDS = 12;
const COUNTED = 500;
/** Like questions that are looked at, the groups that they are of, and the newest questions of each. */
const NEAR = 60;
const NEAR_GROUPS = 12;
const MEMBERS = 30;

/**
 * Lets nobody else group questions until this transaction ends: two that are alike and come at the
 * same time would each begin a group.
 */
export async function lockGroups(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${GROUPS_LOCK})`);
}

/** Null: the ticket's question was like others, or it was erased. */
export async function novelQuestion(db: Db, ticketId: string): Promise<NovelQuestion | null> {
  const [row] = await db.select().from(novelQuestions).where(eq(novelQuestions.ticketId, ticketId));
  return row ?? null;
}

/** Adds a question to its group. @returns false when its ticket has one */
export async function insertQuestion(
  db: Db,
  row: { ticketId: string; groupId: string; question: string; createdAt: Date },
): Promise<boolean> {
  const stored = await db
    .insert(novelQuestions)
    .values(row)
    .onConflictDoNothing()
    .returning({ ticketId: novelQuestions.ticketId });
  return stored.length === 1;
}

export type NearGroup = {
  id: string;
  state: QuestionGroupState;
  /** The newest ones. */
  questions: string[];
};

/** Groups with questions that hold any of this one's rarest words, with what was asked in them. */
export async function groupsNear(db: Db, question: string): Promise<NearGroup[]> {
  const words = await rowsOf<{ word: string }>(
    db,
    sql`select word from (
      select word, (select count(*) from (select 1 from novel_questions
        where search @@ ('''' || word || '''')::tsquery limit ${COUNTED}::int) s) as held
      from unnest(tsvector_to_array(
        to_tsvector('english', left(${question}::text, ${SEARCHED_CHARACTERS}::int)))) as w(word)
      where word ~ '^[[:alnum:]][[:alnum:]_./:@%+-]*$' and length(word) <= 64) counted
    where held > 0 order by held, word limit ${SEARCHED_WORDS}::int`,
  );
  if (words.length === 0) return [];
  const query = words.map(({ word }) => `'${word}'`).join(" | ");
  return rowsOf<NearGroup>(
    db,
    sql`with near as (
      select group_id, ts_rank(search, ${query}::text::tsquery) as rank from novel_questions
      where search @@ ${query}::text::tsquery order by rank desc, ticket_id limit ${NEAR}::int),
    best as (
      select group_id, max(rank) as rank from near
      group by group_id order by max(rank) desc, group_id limit ${NEAR_GROUPS}::int)
    select g.id, g.state, array(
      select q.question from novel_questions q where q.group_id = g.id
      order by q.created_at desc, q.ticket_id limit ${MEMBERS}::int) as questions
    from best b join question_groups g on g.id = b.group_id order by b.rank desc, g.id`,
  );
}

export async function insertGroup(
  db: Db,
  row: Pick<QuestionGroup, "id" | "words" | "example" | "createdAt" | "updatedAt">,
): Promise<void> {
  await db.insert(questionGroups).values(row);
}

/** Moves all questions of one group to another, and deletes the first. */
export async function uniteGroups(db: Db, from: string, into: string): Promise<void> {
  await db.update(novelQuestions).set({ groupId: into }).where(eq(novelQuestions.groupId, from));
  await db.execute(sql`update question_groups g
    set article_id = coalesce(g.article_id, f.article_id)
    from question_groups f where g.id = ${into}::uuid and f.id = ${from}::uuid`);
  await db.delete(questionGroups).where(eq(questionGroups.id, from));
}

/** What a group is called by. */
export async function describeGroup(
  db: Db,
  id: string,
  change: { words: string[]; example: string; updatedAt: Date },
): Promise<void> {
  await db.update(questionGroups).set(change).where(eq(questionGroups.id, id));
}

/** The newest questions of a group, and how many it has in all. */
export async function questionsOf(
  db: Db,
  groupId: string,
): Promise<{ questions: string[]; size: number }> {
  const [counted] = await rowsOf<{ size: number }>(
    db,
    sql`select count(*)::int as size from novel_questions where group_id = ${groupId}::uuid`,
  );
  const rows = await db
    .select({ question: novelQuestions.question })
    .from(novelQuestions)
    .where(eq(novelQuestions.groupId, groupId))
    .orderBy(desc(novelQuestions.createdAt), novelQuestions.ticketId)
    .limit(MEMBERS);
  return { questions: rows.map(({ question }) => question), size: counted?.size ?? 0 };
}

/** @throws `not_found`, also for a group that has become part of another */
export async function groupById(db: Db, id: string): Promise<QuestionGroup> {
  const [row] = await db.select().from(questionGroups).where(eq(questionGroups.id, id));
  if (!row) {
    throw new AppError(
      "not_found",
      "There is no such group: it was joined with another, or its tickets were erased.",
    );
  }
  return row;
}

/** @returns false when it was in none of the states `from`, or is gone */
export async function setGroupState(
  db: Db,
  id: string,
  { from, to, at }: { from: readonly QuestionGroupState[]; to: QuestionGroupState; at: Date },
): Promise<boolean> {
  const changed = await db
    .update(questionGroups)
    .set({ state: to, updatedAt: at })
    .where(and(eq(questionGroups.id, id), inArray(questionGroups.state, [...from])))
    .returning({ id: questionGroups.id });
  return changed.length === 1;
}

/** @returns false when it is the group's article already, or the group is gone */
export async function setGroupArticle(
  db: Db,
  id: string,
  articleId: string,
  at: Date,
): Promise<boolean> {
  const changed = await db
    .update(questionGroups)
    .set({ articleId, updatedAt: at })
    .where(
      and(
        eq(questionGroups.id, id),
        sql`${questionGroups.articleId} is distinct from ${articleId}::uuid`,
      ),
    )
    .returning({ id: questionGroups.id });
  return changed.length === 1;
}

/** Says when a person answered a ticket's question, or, with null, that nobody has. */
export async function setAnswered(db: Db, ticketId: string, at: Date | null): Promise<boolean> {
  const changed = await db
    .update(novelQuestions)
    .set({ answeredAt: at })
    .where(
      and(
        eq(novelQuestions.ticketId, ticketId),
        at ? isNull(novelQuestions.answeredAt) : sql`${novelQuestions.answeredAt} is not null`,
      ),
    )
    .returning({ ticketId: novelQuestions.ticketId });
  return changed.length === 1;
}

/** Groups without questions go: their tickets were erased. */
export async function deleteEmptyGroups(db: Db): Promise<void> {
  await db.execute(sql`delete from question_groups g
    where not exists (select 1 from novel_questions q where q.group_id = g.id)`);
}

/** Groups whose example is nobody's question any more: its ticket was erased. */
export async function groupsToDescribe(db: Db, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select g.id from question_groups g where not exists (
      select 1 from novel_questions q where q.group_id = g.id and q.question = g.example)
    limit ${limit}::int`,
  );
  return rows.map(({ id }) => id);
}

/** Of these words those that say something, each with its stem. */
export async function tellingWords(
  db: Db,
  words: readonly string[],
): Promise<{ word: string; stem: string }[]> {
  if (words.length === 0) return [];
  return rowsOf(
    db,
    sql`select word, stem from (
      select t.word, array_to_string(tsvector_to_array(to_tsvector('english', t.word)), ' ') as stem
      from jsonb_array_elements_text(${JSON.stringify(words)}::text::jsonb) as t(word)) s
    where stem <> ''`,
  );
}
