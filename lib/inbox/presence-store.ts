import { and, eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { ticketReads } from "@/db/schema/presence";
import type { Doing } from "../presence/model";

export type PresenceRow = {
  ticket_id: string;
  person_id: string;
  name: string;
  doing: Doing;
  /** When they began to reply, milliseconds since 1970. */
  since: number | null;
};

/** More than any desk has people. */
const MOST = 1000;

/** Who else is on any ticket now, each with the most that they do there. */
export function presenceRows(db: Db, now: Date, me: string): Promise<PresenceRow[]> {
  const others = sql`until > ${now.toISOString()}::timestamptz and person_id <> ${me}::uuid`;
  return rowsOf<PresenceRow>(
    db,
    sql`select distinct on (p.name, p.id, d.ticket_id)
          d.ticket_id::text, p.id::text as person_id, p.name, d.doing, d.since
        from (
          select 3 as rank, 'replying' as doing, ticket_id, person_id,
            (extract(epoch from since) * 1000)::double precision as since
          from reply_leases where ${others}
          union all
          select 2, 'writing', ticket_id, person_id, null from ticket_writers where ${others}
          union all
          select 1, 'viewing', ticket_id, person_id, null from ticket_viewers where ${others}
        ) d
        join people p on p.id = d.person_id
        order by p.name, p.id, d.ticket_id, d.rank desc
        limit ${MOST}`,
  );
}

/** Up to when a person has read a ticket; null: never. */
export async function readUpTo(db: Db, ticketId: string, personId: string): Promise<Date | null> {
  const [row] = await db
    .select({ readAt: ticketReads.readAt })
    .from(ticketReads)
    .where(and(eq(ticketReads.personId, personId), eq(ticketReads.ticketId, ticketId)));
  return row?.readAt ?? null;
}
