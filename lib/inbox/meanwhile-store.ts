import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events } from "@/db/schema/event";
import { people } from "@/db/schema/person";

/** The newest events of a ticket of these kinds, with who did it. */
export function newestEvents(db: Db, ticketId: string, types: readonly string[], limit: number) {
  return db
    .select({
      type: events.type,
      payload: events.payload,
      actorType: events.actorType,
      actorId: events.actorId,
      at: events.createdAt,
      name: people.name,
    })
    .from(events)
    .leftJoin(
      people,
      and(eq(events.actorType, "person"), eq(sql`${people.id}::text`, events.actorId)),
    )
    .where(and(eq(events.ticketId, ticketId), inArray(events.type, [...types])))
    .orderBy(desc(events.seq))
    .limit(limit);
}
