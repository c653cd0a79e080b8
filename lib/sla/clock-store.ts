import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { slaPolicies, ticketClocks } from "@/db/schema/sla";
import type { ClockState } from "./clock";

export type ClockRow = typeof ticketClocks.$inferSelect;

/** The clock of a ticket; null: nothing is promised. Call it with the ticket locked to change it. */
export async function clockOf(db: Db, ticketId: string): Promise<ClockRow | null> {
  const [row] = await db.select().from(ticketClocks).where(eq(ticketClocks.ticketId, ticketId));
  return row ?? null;
}

/** The waits that are counted for these tickets; those without a clock are left out. */
export async function countedWaits(
  db: Db,
  ticketIds: readonly string[],
): Promise<Map<string, Date | null>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await db
    .select({ id: ticketClocks.ticketId, waitingSince: ticketClocks.waitingSince })
    .from(ticketClocks)
    .where(inArray(ticketClocks.ticketId, [...ticketIds]));
  return new Map(rows.map(({ id, waitingSince }) => [id, waitingSince]));
}

/**
 * Keeps the clock of a ticket and tells open browsers: they heard of what has changed it before it
 * was kept, and have read the old one.
 */
export async function putClock(
  db: Db,
  row: ClockState & { ticketId: string; policyId: string; because: string },
  channel: string,
): Promise<void> {
  const { ticketId, ...change } = row;
  await db
    .insert(ticketClocks)
    .values(row)
    .onConflictDoUpdate({ target: ticketClocks.ticketId, set: change });
  await db.execute(sql`select pg_notify(${channel}, ${ticketId})`);
}

/** Nothing is promised any more. @returns true when something was */
export async function deleteClock(db: Db, ticketId: string, channel: string): Promise<boolean> {
  const gone = await db
    .delete(ticketClocks)
    .where(eq(ticketClocks.ticketId, ticketId))
    .returning({ id: ticketClocks.ticketId });
  if (gone.length > 0) await db.execute(sql`select pg_notify(${channel}, ${ticketId})`);
  return gone.length > 0;
}

/** Notes what was told of a clock. */
export async function noteTold(
  db: Db,
  ticketId: string,
  told: { breachedAt?: Date; warnedAt?: Date },
): Promise<void> {
  await db.update(ticketClocks).set(told).where(eq(ticketClocks.ticketId, ticketId));
}

const time = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/**
 * Tickets of which something may be to tell: a target is near or missed, and nobody has said so. As
 * in `noticesOf`, but for a reply of which it is not known whether it is the first: then it looks
 * too early rather than too late.
 */
export function clocksToTell(db: Db, now: Date, limit: number): Promise<{ ticketId: string }[]> {
  const minutes = sql`greatest(p.first_minutes, p.next_minutes)`;
  return rowsOf(
    db,
    sql`select c.ticket_id as "ticketId" from ${ticketClocks} c
        join ${slaPolicies} p on p.id = c.policy_id
        where c.due_at is not null and c.due_at <= ${time(now)} + interval '15 minutes'
          and (${toTell(sql`c.reply_due_at`, minutes, now)}
            or ${toTell(sql`c.resolution_due_at`, sql`p.resolution_minutes`, now)})
        order by c.due_at, c.ticket_id limit ${limit}::int`,
  );
}

/** One target: missed and not told, or near and not told. */
function toTell(due: SQL, minutes: SQL, now: Date): SQL {
  const lead = sql`least(interval '15 minutes', ${minutes} * interval '15 seconds')`;
  return sql`((${due} <= ${time(now)} and (c.breached_at is null or c.breached_at < ${due}))
    or (${due} > ${time(now)} and ${due} <= ${time(now)} + ${lead}
      and (c.warned_at is null or c.warned_at < ${due} - ${lead})))`;
}
