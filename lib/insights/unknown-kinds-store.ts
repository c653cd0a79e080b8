import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { ArticleState, QuestionGroupState } from "../knowledge/model";

/** Tickets of a group that its page names, the newest. */
const TICKETS = 100;

export type KindRow = {
  id: string;
  state: QuestionGroupState;
  words: string[];
  example: string;
  size: number;
  answered: number;
  lastAskedAt: string;
  articleId: string | null;
  articleTitle: string | null;
  articleState: ArticleState | null;
};

const kinds = (where: SQL): SQL => sql`
  select g.id, g.state, g.words, g.example, c.size, c.answered,
    c.last_at::text as "lastAskedAt", a.id as "articleId", a.title as "articleTitle",
    a.state as "articleState"
  from question_groups g
    join lateral (
      select count(*)::int as size, count(q.answered_at)::int as answered, max(q.created_at) as last_at
      from novel_questions q where q.group_id = g.id) c on c.size > 0
    left join articles a on a.id = g.article_id
  where ${where}`;

/** Groups in one state: those asked most first, and of these the latest. */
export function kindRows(db: Db, state: QuestionGroupState, limit: number): Promise<KindRow[]> {
  return rowsOf<KindRow>(
    db,
    sql`${kinds(sql`g.state = ${state}`)}
      order by c.size desc, c.last_at desc, g.id limit ${limit}::int`,
  );
}

export async function kindRow(db: Db, id: string): Promise<KindRow | null> {
  const [row] = await rowsOf<KindRow>(db, kinds(sql`g.id = ${id}::uuid`));
  return row ?? null;
}

/** The group that holds a ticket's question. */
export async function groupOfTicket(db: Db, ticketId: string): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`select group_id as id from novel_questions where ticket_id = ${ticketId}::uuid`,
  );
  return row?.id ?? null;
}

/** How many groups and questions there are in each state. */
export function kindCounts(db: Db) {
  return rowsOf<{ state: QuestionGroupState; groups: number; questions: number }>(
    db,
    sql`select g.state, count(distinct g.id)::int as groups, count(*)::int as questions
      from question_groups g join novel_questions q on q.group_id = g.id group by g.state`,
  );
}

export function askedRows(db: Db, groupId: string) {
  return rowsOf<{
    id: string;
    number: number;
    question: string;
    askedAt: string;
    answeredAt: string | null;
  }>(
    db,
    sql`select t.id, t.number, left(q.question, 300) as question, q.created_at::text as "askedAt",
      q.answered_at::text as "answeredAt"
    from novel_questions q join tickets t on t.id = q.ticket_id
    where q.group_id = ${groupId}::uuid
    order by q.created_at desc, t.id limit ${TICKETS}::int`,
  );
}
