import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema/ticket";

/**
 * Messages of the customer that want an answer: no thanks, and nothing that was said elsewhere and
 * came with the history of a conversation.
 */
const asks = (ticketId: string): SQL | undefined =>
  and(
    eq(messages.ticketId, ticketId),
    eq(messages.author, "customer"),
    eq(messages.kind, "message"),
    eq(messages.public, true),
    sql`not (${messages.metadata} @> '{"confirmation": true}'::jsonb)`,
    sql`not (${messages.metadata} @> '{"fromHistory": true}'::jsonb)`,
  );

/** When the customer began to wait, read from the thread; null when it ends with our answer. */
export async function waitFrom(db: Db, ticketId: string): Promise<Date | null> {
  const [reply] = await db
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.public, true),
        inArray(messages.author, ["agent", "ai"]),
        sql`not (${messages.metadata} @> '{"fromHistory": true}'::jsonb)`,
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
  const [first] = await db
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(
        asks(ticketId),
        reply && sql`${messages.createdAt} > ${reply.createdAt.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(1);
  return first?.createdAt ?? null;
}

/** When the customer last wrote something that wants an answer; null when they never did. */
export async function lastAsked(db: Db, ticketId: string): Promise<Date | null> {
  const [last] = await db
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(asks(ticketId))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return last?.createdAt ?? null;
}
