import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { Author } from "./model";

/** Characters of a text that a summary may quote, before it cuts them itself. */
const QUOTED = 4000;
/** Tools and their results that are looked at. */
const MOST_TOOLS = 100;

/** What a conversation holds, for those who take it over. Texts are cut. */
export type Conversation = {
  /** Public messages by author. */
  counts: Partial<Record<Author, number>>;
  /** It has turns that took place elsewhere. */
  fromHistory: boolean;
  /** The customer's first messages, oldest first. */
  opening: string[];
  lastAiReply: string | null;
  /** As the sending systems told: name, and whatever came with it. Oldest first. */
  tools: Record<string, unknown>[];
  /** Results that came as messages of their own. Oldest first. */
  results: string[];
};

/** Reads a conversation in one statement, however long it is. */
export async function conversationOf(db: Db, ticketId: string): Promise<Conversation> {
  const [row] = await rowsOf<{
    counts: Conversation["counts"] | null;
    from_history: boolean | null;
    opening: string[] | null;
    last_ai: string | null;
    tools: Record<string, unknown>[] | null;
    results: string[] | null;
  }>(
    db,
    sql`with said as (
          select id, kind, author, public, left(text, ${QUOTED}::int) as text, metadata, created_at
          from messages where ticket_id = ${ticketId}::uuid
        ), spoken as (
          select * from said where kind = 'message' and public
        )
        select
          (select jsonb_object_agg(author, n)
             from (select author, count(*)::int as n from spoken group by author) c) as counts,
          (select bool_or(metadata @> '{"fromHistory": true}'::jsonb) from said) as from_history,
          (select jsonb_agg(text order by created_at, id)
             from (select * from spoken where author = 'customer' order by created_at, id limit 5) o
          ) as opening,
          (select text from spoken where author = 'ai'
             order by created_at desc, id desc limit 1) as last_ai,
          (select jsonb_agg(tool)
             from (select tool from said,
                     jsonb_array_elements(metadata -> 'toolsExecuted') with ordinality t(tool, nth)
                   where jsonb_typeof(metadata -> 'toolsExecuted') = 'array'
                   order by created_at, id, nth limit ${MOST_TOOLS}::int) used) as tools,
          (select jsonb_agg(text order by created_at, id)
             from (select * from said where kind = 'tool_result'
                   order by created_at, id limit ${MOST_TOOLS}::int) r) as results`,
  );
  return {
    counts: row?.counts ?? {},
    fromHistory: row?.from_history ?? false,
    opening: row?.opening ?? [],
    lastAiReply: row?.last_ai ?? null,
    tools: row?.tools ?? [],
    results: row?.results ?? [],
  };
}
