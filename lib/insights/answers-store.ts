import { and, count, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { answers, articles } from "@/db/schema/knowledge";
import { tickets } from "@/db/schema/ticket";
import type { AnswersQuery } from "./model";

/** Where a page ended. */
export type AnswersCursor = { at: Date; id: string };

/** Tickets that a row names. */
const TICKETS = 5;

// Names in plain words: in a list of columns, Drizzle leaves out the table of `answers.id`.
const uses = sql`answer_uses u where u.answer_id = answers.id and u.undone_at is null`;

/** Answers as they stand, the latest change first. */
export function answerRows(
  db: Db,
  { state, q, cursor }: Pick<AnswersQuery, "state" | "q"> & { cursor: AnswersCursor | null },
  limit: number,
) {
  return db
    .select({
      id: answers.id,
      text: answers.text,
      language: answers.language,
      state: answers.state,
      uses: sql<number>`(select count(*)::int from ${uses})`,
      accounts: sql<number>`(select count(distinct u.account_id)::int from ${uses})`,
      accepted: sql<number>`(select count(*)::int from ${uses} and u.accepted)`,
      lastUsedAt: sql<string | null>`(select to_char(max(u.sent_at) at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from ${uses})`,
      createdAt: answers.createdAt,
      updatedAt: answers.updatedAt,
      articleId: articles.id,
      articleTitle: articles.title,
    })
    .from(answers)
    .leftJoin(articles, eq(articles.id, answers.articleId))
    .where(
      and(
        isNull(answers.mergedIntoId),
        state && eq(answers.state, state),
        q ? sql`${answers.text} ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}` : undefined,
        // A comparison of rows, so that the index on (updated_at, id) can be read from there.
        cursor
          ? sql`(${answers.updatedAt}, ${answers.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(answers.updatedAt), desc(answers.id))
    .limit(limit);
}

/** The newest tickets that each of these answers was sent in. */
export async function ticketsOfAnswers(db: Db, answerIds: readonly string[]) {
  if (answerIds.length === 0) return [];
  const sent = db
    .select({
      answerId: sql<string>`u.answer_id`.as("answer_id"),
      id: tickets.id,
      number: tickets.number,
      place:
        sql<number>`row_number() over (partition by u.answer_id order by u.sent_at desc, u.id)`.as(
          "place",
        ),
    })
    .from(sql`answer_uses u`)
    .innerJoin(tickets, sql`${tickets.id} = u.ticket_id`)
    .where(sql`u.undone_at is null and ${inArray(sql`u.answer_id`, [...answerIds])}`)
    .as("sent");
  return db
    .select({ answerId: sent.answerId, id: sent.id, number: sent.number })
    .from(sent)
    .where(sql`${sent.place} <= ${TICKETS}`)
    .orderBy(sent.answerId, sent.place);
}

/** What was merged into these answers. */
export async function mergedInto(db: Db, answerIds: readonly string[]) {
  if (answerIds.length === 0) return [];
  return db
    .select({
      id: answers.id,
      into: answers.mergedIntoId,
      text: sql<string>`left(${answers.text}, 90)`,
    })
    .from(answers)
    .where(inArray(answers.mergedIntoId, [...answerIds]))
    .orderBy(answers.updatedAt, answers.id);
}

/** Answers in use, the latest first, to compare with each other. */
export function comparedAnswers(db: Db, limit: number) {
  return db
    .select({
      id: answers.id,
      text: answers.text,
      language: answers.language,
      uses: sql<number>`(select count(*)::int from ${uses})`,
    })
    .from(answers)
    .where(and(isNull(answers.mergedIntoId), ne(answers.state, "retired")))
    .orderBy(desc(answers.updatedAt), desc(answers.id))
    .limit(limit);
}

export async function answersByState(db: Db) {
  return db
    .select({ state: answers.state, count: count() })
    .from(answers)
    .where(isNull(answers.mergedIntoId))
    .groupBy(answers.state);
}

export async function answerText(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ text: answers.text }).from(answers).where(eq(answers.id, id));
  return row?.text ?? null;
}
