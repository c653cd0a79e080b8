import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { Channel } from "../ticket/model";

/** Of a thread, the newest unanswered messages, and characters of each: the question stands there. */
const MESSAGES = 10;
const CHARACTERS = 8000;

export type WaitingTicket = {
  id: string;
  number: number;
  accountId: string;
  category: string;
  channel: Channel;
  subject: string;
  /** The customer's messages that nobody has answered, oldest first. */
  texts: string[];
  /** When the newest of them came. */
  askedAt: Date;
  /** The draft that is held, with what it draws on as the predictor names it; null: there is none. */
  held: { subject: string | null; confidence: number } | null;
};

/** Open tickets whose customer waits for us, those who began last first; at most `limit`. */
export async function waitingTickets(db: Db, limit: number): Promise<WaitingTicket[]> {
  const rows = await rowsOf<Omit<WaitingTicket, "askedAt"> & { askedAt: string }>(
    db,
    sql`select t.id, t.number, c.account_id as "accountId", t.category, t.channel, t.subject, asked.texts,
        to_char(asked.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt",
        (select json_build_object('confidence', a.confidence, 'subject', case
            when a.draft is null then null
            when jsonb_typeof(a.snapshot -> 'subject') = 'string' then a.snapshot ->> 'subject'
            else 'article:' || (a.sources -> 0 ->> 'articleId') end)
          from attempts a where a.ticket_id = t.id and a.review_state = 'held' limit 1) as held
      from tickets t
      join customers c on c.id = t.customer_id
      cross join lateral (
        select json_agg(m.text order by m.created_at, m.id) as texts, max(m.created_at) as at
        from (
          select left(one.text, ${CHARACTERS}::int) as text, one.created_at, one.id
          from messages one
          where one.ticket_id = t.id and one.public and one.author = 'customer'
            and not one.metadata @> '{"confirmation": true}'
            and one.created_at > coalesce((select max(reply.created_at) from messages reply
              where reply.ticket_id = t.id and reply.public and reply.author in ('agent', 'ai')),
              '-infinity')
          order by one.created_at desc, one.id desc limit ${MESSAGES}::int
        ) m
      ) asked
      where t.waiting_since is not null and t.status in ('open', 'in_progress', 'pending_customer')
        and asked.at is not null
      order by t.waiting_since desc, t.id desc limit ${limit}::int`,
  );
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }));
}
