import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";

const at = (time: Date) => sql`${time.toISOString()}::timestamptz`;

/** Ends snoozes that are over. Of two sweeps at once each gets its own. @returns their tickets */
export async function endSnoozes(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`update tickets set snoozed_until = null, updated_at = ${at(now)}, version = version + 1
        where id in (
          select id from tickets where snoozed_until <= ${at(now)}
          order by snoozed_until limit ${limit}::int for update skip locked)
        returning id`,
  );
  return rows.map((row) => row.id);
}

/**
 * Closes resolved tickets that nothing has happened to since `before`; those of the demo stay as
 * they are told. @returns their ids
 */
export async function closeQuiet(
  db: Db,
  before: Date,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`update tickets set status = 'closed', moved_by = 'system', closed_at = ${at(now)},
          waiting_since = null, snoozed_until = null, next_try_at = null,
          updated_at = ${at(now)}, version = version + 1
        where id in (
          select id from tickets where status = 'resolved' and updated_at < ${at(before)} and not demo
          order by updated_at, id limit ${limit}::int for update skip locked)
        returning id`,
  );
  return rows.map((row) => row.id);
}

/**
 * Opens tickets that the AI has had in work since `before` without anything happening: a job was
 * given up, and nobody would look. @returns their ids
 */
export async function openStalled(
  db: Db,
  before: Date,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`update tickets set status = 'open', moved_by = 'system', updated_at = ${at(now)},
          version = version + 1
        where id in (
          select id from tickets where status = 'in_progress' and updated_at < ${at(before)}
            and assignee_id is null and not demo
          order by updated_at, id limit ${limit}::int for update skip locked)
        returning id`,
  );
  return rows.map((row) => row.id);
}

/**
 * A condition for the query of drafts: this ticket is over, or the message is not in it any more.
 */
export function isMootDraft(ticketId: SQL, answersMessageId: SQL): SQL {
  return sql`(exists (select 1 from tickets where tickets.id = ${ticketId}
      and tickets.status in ('resolved', 'closed'))
    or exists (select 1 from messages where messages.id = ${answersMessageId}
      and messages.ticket_id <> ${ticketId}))`;
}
