import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** What was read from the words of one message. */
export type MessageFacts = {
  id: string;
  /** -1..1 */
  sentiment: number;
  /** Two letters; null when the text is too short to tell. */
  language: string | null;
};

/** Keeps what was read from messages with them, in one statement. */
export async function setMessageFacts(db: Db, facts: readonly MessageFacts[]): Promise<void> {
  if (facts.length === 0) return;
  await db.execute(
    sql`update messages set sentiment = f.sentiment, language = f.language
        from jsonb_to_recordset(${JSON.stringify(facts)}::text::jsonb)
          as f(id uuid, sentiment double precision, language text)
        where messages.id = f.id`,
  );
}
