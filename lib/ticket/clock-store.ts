import { and, asc, eq, gt, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages, tickets } from "@/db/schema/ticket";

/** When we first answered after an instant; null: we have not. */
export async function firstReplyAfter(db: Db, ticketId: string, after: Date): Promise<Date | null> {
  const [reply] = await db
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.public, true),
        inArray(messages.author, ["agent", "ai"]),
        gt(messages.createdAt, after),
        sql`not (${messages.metadata} @> '{"fromHistory": true}'::jsonb)`,
      ),
    )
    .orderBy(asc(messages.createdAt))
    .limit(1);
  return reply?.createdAt ?? null;
}

/** Tickets that are not over, in the order of their ids. @param after goes on behind that one */
export async function openTicketIds(
  db: Db,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        notInArray(tickets.status, ["resolved", "closed"]),
        isNull(tickets.mergedIntoId),
        after === null ? undefined : gt(tickets.id, after),
      ),
    )
    .orderBy(asc(tickets.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Tickets that were changed since an instant, and since when each waits. */
export function waitsChangedSince(db: Db, since: Date, limit: number) {
  return db
    .select({ id: tickets.id, status: tickets.status, waitingSince: tickets.waitingSince })
    .from(tickets)
    .where(gt(tickets.updatedAt, since))
    .orderBy(asc(tickets.updatedAt), asc(tickets.id))
    .limit(limit);
}
