import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";

/** Words of a question that are looked for: its first ones say what it is about. */
const WORDS = 24;
const FOUND = 4;

type SimilarRow = {
  id: string;
  number: number;
  question: string;
  answer: string;
  source: string;
  outcome: string | null;
  rating: number | null;
  sentAt: Date;
};

/**
 * Other tickets whose question shares most words with this one, and what was answered. For people
 * of the desk only: it does not ask whose account they are.
 */
export async function similarRows(db: Db, ticketId: string, text: string): Promise<SimilarRow[]> {
  const rows = await rowsOf<Omit<SimilarRow, "sentAt"> & { sentAt: string | Date }>(
    db,
    sql`with asked as (
          select string_agg(quote_literal(word), ' | ')::tsquery as words
          from (select unnest(tsvector_to_array(to_tsvector('english', ${text}))) as word
                limit ${WORDS}::int) as split)
        select t.id, t.number, left(u.question, 200) as question, left(m.text, 300) as answer,
          coalesce(u.article_id, u.answer_id)::text as source, u.outcome,
          (select r.score from ratings r where r.message_id = m.id order by r.created_at desc limit 1) as rating,
          u.sent_at as "sentAt"
        from answer_uses u
        join asked on u.search @@ asked.words
        join tickets t on t.id = u.ticket_id
        join messages m on m.id = u.message_id
        where u.ticket_id <> ${ticketId}::uuid and u.undone_at is null
        order by ts_rank(u.search, asked.words, 2) desc, u.sent_at desc
        limit ${FOUND}::int`,
  );
  return rows.map((row) => ({ ...row, sentAt: new Date(row.sentAt) }));
}
