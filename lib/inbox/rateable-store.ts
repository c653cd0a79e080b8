import { and, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { messages, tickets } from "@/db/schema/ticket";

/** A reply of ours that has left, and what its rating needs to know of it. */
export type Rateable = {
  ticketId: string;
  messageId: string;
  sentAt: Date;
  ticketNumber: number;
  /** The system that the conversation belongs to. */
  connectionId: string | null;
  /** The ticket that it left from: a merge may have taken the message elsewhere. */
  leftFrom: string;
};

/** The reply with this id, if it has left. */
export const replyThatLeft = (db: Db, messageId: string) => find(db, eq(messages.id, messageId));

/**
 * The newest reply of a conversation that has left, or the one that its call named.
 *
 * @param stableId as the call named it
 */
export const replyInConversation = (db: Db, ticketId: string, stableId?: string) =>
  find(
    db,
    and(
      eq(deliveries.ticketId, ticketId),
      stableId === undefined ? undefined : eq(deliveries.stableId, stableId),
    ),
  );

async function find(db: Db, which: SQL | undefined): Promise<Rateable | null> {
  const [row] = await db
    .select({
      ticketId: messages.ticketId,
      messageId: messages.id,
      sentAt: deliveries.sentAt,
      ticketNumber: tickets.number,
      connectionId: tickets.connectionId,
      leftFrom: deliveries.ticketId,
    })
    .from(messages)
    .innerJoin(deliveries, eq(deliveries.messageId, messages.id))
    .innerJoin(tickets, eq(tickets.id, deliveries.ticketId))
    .where(
      and(
        which,
        inArray(messages.author, ["agent", "ai"]),
        eq(messages.public, true),
        isNotNull(deliveries.sentAt),
      ),
    )
    .orderBy(desc(deliveries.sentAt), desc(messages.id))
    .limit(1);
  return row?.sentAt ? { ...row, sentAt: row.sentAt } : null;
}
