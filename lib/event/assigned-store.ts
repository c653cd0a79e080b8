import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events } from "@/db/schema/event";

/** Whom a rule gave the newest ticket of this team; null when none has yet. */
export async function lastAssignedByRule(db: Db, teamId: string): Promise<string | null> {
  const [row] = await db
    .select({ personId: sql<string | null>`${events.payload} ->> 'personId'` })
    .from(events)
    .where(
      and(
        eq(events.type, "ticket.assigned"),
        eq(events.actorType, "job"),
        sql`${events.payload} ->> 'teamId' = ${teamId}`,
        sql`${events.payload} ->> 'personId' is not null`,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.personId ?? null;
}
