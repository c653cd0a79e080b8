import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { merges, messages, ticketParticipants } from "@/db/schema/ticket";
import { AppError } from "../platform/errors";
import type { MergeSnapshot } from "./model";

export type Merge = typeof merges.$inferSelect;

/** @throws `not_found` */
export async function mergeById(db: Db, id: string): Promise<Merge> {
  const [row] = await db.select().from(merges).where(eq(merges.id, id));
  if (!row) throw new AppError("not_found", "There is no such merge.");
  return row;
}

export async function insertMerge(db: Db, row: typeof merges.$inferInsert): Promise<void> {
  await db.insert(merges).values(row);
}

/** Marks a merge as undone. @returns false when it is already */
export async function endMerge(db: Db, id: string, at: Date): Promise<boolean> {
  const ended = await db
    .update(merges)
    .set({ undoneAt: at })
    .where(and(eq(merges.id, id), isNull(merges.undoneAt)))
    .returning({ id: merges.id });
  return ended.length === 1;
}

/** Puts every message of `from` into `to`, saying from where. @returns them, with what was said before */
export async function moveThread(
  db: Db,
  from: string,
  to: string,
  number: number,
): Promise<MergeSnapshot["messages"]> {
  const words = `Merged here from #${number}`;
  const found = await db
    .select({ id: messages.id, landedBecause: messages.landedBecause })
    .from(messages)
    .where(eq(messages.ticketId, from))
    .orderBy(messages.createdAt, messages.id);
  await db
    .update(messages)
    .set({
      ticketId: to,
      landedBecause: sql`${words}::text || case when ${messages.landedBecause} = '' then '.'
        else ': ' || ${messages.landedBecause} end`,
    })
    .where(eq(messages.ticketId, from));
  return found;
}

/** Puts these messages back, with the words that they had. Those that have gone elsewhere stay. */
export async function returnThread(
  db: Db,
  from: string,
  to: string,
  moved: MergeSnapshot["messages"],
): Promise<string[]> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(moved)}::text::jsonb)
    as was(id uuid, "landedBecause" text)`;
  const returned = await db
    .update(messages)
    .set({ ticketId: to, landedBecause: sql`was."landedBecause"` })
    .from(rows)
    .where(and(eq(messages.ticketId, from), sql`${messages.id} = was.id`))
    .returning({ id: messages.id });
  return returned.map((row) => row.id);
}

export async function countMessages(db: Db, ticketId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(messages)
    .where(eq(messages.ticketId, ticketId));
  return row?.count ?? 0;
}

/** True when this customer has written in a ticket. */
export async function wroteIn(db: Db, ticketId: string, customerId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.customerId, customerId)))
    .limit(1);
  return rows.length > 0;
}

/** Lets everybody of `from` into `to` as well. @returns the addresses that are new there */
export async function uniteParticipants(db: Db, from: string, to: string): Promise<string[]> {
  const added = await db
    .insert(ticketParticipants)
    .select(
      db
        .select({
          ticketId: sql<string>`${to}::uuid`.as("ticket_id"),
          email: ticketParticipants.email,
        })
        .from(ticketParticipants)
        .where(eq(ticketParticipants.ticketId, from)),
    )
    .onConflictDoNothing()
    .returning({ email: ticketParticipants.email });
  return added.map((row) => row.email).sort();
}

export async function removeParticipants(
  db: Db,
  ticketId: string,
  emails: string[],
): Promise<void> {
  if (emails.length === 0) return;
  await db
    .delete(ticketParticipants)
    .where(
      and(eq(ticketParticipants.ticketId, ticketId), inArray(ticketParticipants.email, emails)),
    );
}
