import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calendars, slaPolicies, ticketClocks } from "@/db/schema/sla";
import { tickets } from "@/db/schema/ticket";

/** The clock of a ticket with its policy and calendar; clock null: nothing is promised. */
export async function slaRow(db: Db, ticketId: string) {
  const [row] = await db
    .select({
      status: tickets.status,
      answeredAt: tickets.firstResponseAt,
      clock: ticketClocks,
      policy: slaPolicies,
      calendar: calendars,
    })
    .from(tickets)
    .leftJoin(ticketClocks, eq(ticketClocks.ticketId, tickets.id))
    .leftJoin(slaPolicies, eq(slaPolicies.id, ticketClocks.policyId))
    .leftJoin(calendars, eq(calendars.id, slaPolicies.calendarId))
    .where(eq(tickets.id, ticketId));
  return row ?? null;
}
