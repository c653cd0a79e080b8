import { inArray, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { answers } from "@/db/schema/knowledge";
import { classOf } from "@/lib/knowledge/model";
import { regressionCases } from "@/lib/predictor";
import type { EvalDesk } from "./desk";

/** A question with the answer that people have given to it. */
export type Case = {
  kind: "settled" | "correction" | "data";
  name: string;
  subject: string | null;
  question: string;
  answer: string;
  /** Articles that the known answer rests on; null: nobody knows. */
  articles: string[] | null;
};

/** Corrections first: those are what must not be got wrong again. Half of `most` at most. */
export async function casesOf({ tools }: Pick<EvalDesk, "tools">, most: number): Promise<Case[]> {
  const corrected = await corrections(tools.db, Math.ceil(most / 2));
  const known = new Set(corrected.map(({ question }) => question));
  const settled = await settledDrafts(tools.db, most);
  return [...corrected, ...settled.filter(({ question }) => !known.has(question))].slice(0, most);
}

/** Of a question that comes without a customer. */
export const UNNAMED = { name: "Customer", subject: null, articles: null };

type Db = EvalDesk["tools"]["db"];

/** Drafts that people sent as they were or corrected, with what was sent; the newest first. */
function settledDrafts(db: Db, most: number): Promise<Case[]> {
  return rowsOf<Case>(
    db,
    sql`select 'settled' as kind, c.name, t.subject, q.text as question,
          coalesce(a.sent_text, s.text) as answer,
          (select json_agg(distinct named.value->>'articleId') from jsonb_array_elements(a.sources) named)
            as articles
        from attempts a
        join messages q on q.id = a.answers_message_id
        join tickets t on t.id = a.ticket_id
        join customers c on c.id = t.customer_id
        left join messages s on s.id = a.sent_message_id
        where a.review_state in ('approved', 'corrected') and coalesce(a.sent_text, s.text) <> ''
        order by a.created_at desc, a.id desc limit ${most}`,
  );
}

/** The regression cases that a version of the desk's own core has to pass. */
async function corrections(db: Db, most: number): Promise<Case[]> {
  const [newest] = await rowsOf<{ seq: number }>(
    db,
    sql`select coalesce(max(seq), 0)::float8 as seq from signals`,
  );
  const cases = (await regressionCases(db, newest?.seq ?? 0)).flatMap((one) => {
    const of = one.space === null ? classOf(one.right) : null;
    return of && "answerId" in of ? [{ question: one.text, id: of.answerId }] : [];
  });
  const ids = [...new Set(cases.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const rows = await db.select().from(answers).where(inArray(answers.id, ids));
  return cases.slice(0, most).flatMap(({ question, id }) => {
    const answer = rows.find((row) => row.id === id)?.text;
    return answer ? [{ kind: "correction" as const, ...UNNAMED, question, answer }] : [];
  });
}
