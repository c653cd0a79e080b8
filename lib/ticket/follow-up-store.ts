import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { messages, tickets } from "@/db/schema/ticket";

/** When the follow-up cycle takes a held ticket up; null: never. No change that a person could miss. */
export async function setNextTry(db: Db, ticketId: string, at: Date | null): Promise<void> {
  await db.update(tickets).set({ nextTryAt: at }).where(eq(tickets.id, ticketId));
}

/**
 * Takes tickets whose next try is due off the list, longest due first. Of two sweeps at once each
 * gets its own. @returns their ids
 */
export async function takeDue(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`update tickets set next_try_at = null where id in (
          select id from tickets where next_try_at <= ${now.toISOString()}::timestamptz
          order by next_try_at limit ${limit}::int for update skip locked)
        returning id`,
  );
  return rows.map((row) => row.id);
}

/** Marks a message as the acknowledgement, so that it can be counted. */
export const ACKNOWLEDGEMENT = { acknowledgement: true };

/** Acknowledgements that a customer has got anywhere since `since`. */
export async function acknowledgementsTo(db: Db, customerId: string, since: Date): Promise<number> {
  const marked: SQL = sql`${messages.metadata} @> ${JSON.stringify(ACKNOWLEDGEMENT)}::text::jsonb`;
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(
      and(
        eq(tickets.customerId, customerId),
        eq(messages.author, "system"),
        gt(messages.createdAt, since),
        marked,
      ),
    );
  return row?.count ?? 0;
}
