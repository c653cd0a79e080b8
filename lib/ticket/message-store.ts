import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema/ticket";

/**
 * True when the customer has written after `message`. Bridges may deliver late with an earlier
 * `created_at`; ids in version 7 tell the order of arrival, so a later id counts too.
 */
export async function newerCustomerMessage(
  db: Db,
  message: { id: string; ticketId: string; createdAt: Date },
): Promise<boolean> {
  const version = (id: unknown) => sql`substr(${id}::text, 15, 1)`;
  const rows = await db
    .select({ one: sql`1` })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, message.ticketId),
        eq(messages.author, "customer"),
        eq(messages.kind, "message"),
        sql`${messages.id} <> ${message.id}::uuid`,
        // Thanks and confirmations get no draft of their own, so they make none stale.
        sql`not (${messages.metadata} @> '{"confirmation": true}'::jsonb)`,
        sql`(${messages.createdAt} > ${message.createdAt.toISOString()}::timestamptz
          or (${messages.id} > ${message.id}::uuid
            and ${version(messages.id)} = '7' and ${version(message.id)} = '7'))`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The message with this id, or null. */
export async function messageById(db: Db, id: string) {
  const [row] = await db.select().from(messages).where(eq(messages.id, id));
  return row ?? null;
}

/** Names a message as the outside knows it, so that `in_reply_to` finds it. */
export async function setExternalId(db: Db, id: string, externalId: string): Promise<void> {
  await db.update(messages).set({ externalId }).where(eq(messages.id, id));
}
