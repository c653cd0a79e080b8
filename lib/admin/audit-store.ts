import { and, desc, eq, gte, inArray, isNull, like, lt, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { connections } from "@/db/schema/channel";
import { events } from "@/db/schema/event";
import { people } from "@/db/schema/person";
import { tickets } from "@/db/schema/ticket";

export type AuditFilter = {
  type: string | null;
  personId: string | null;
  from: Date | null;
  until: Date | null;
  tickets: boolean;
  before: string | null;
};

/** Not changes of the desk, though no ticket's either. */
const NOISE = ["person.signed_in", "ingest.body_differs", "prediction.changed"];

/** Events, newest first: ids sort by time. */
export function auditRows(db: Db, filter: AuditFilter, limit: number) {
  const { type, personId, from, until, before } = filter;
  return db
    .select({
      id: events.id,
      type: events.type,
      actorType: events.actorType,
      actorId: events.actorId,
      payload: events.payload,
      createdAt: events.createdAt,
      ticketId: tickets.id,
      number: tickets.number,
    })
    .from(events)
    .leftJoin(tickets, eq(tickets.id, events.ticketId))
    .where(
      and(
        filter.tickets ? undefined : isNull(events.ticketId),
        type === null
          ? notInArray(events.type, NOISE)
          : or(eq(events.type, type), like(events.type, `${type.replace(/[%_\\]/g, "\\$&")}.%`)),
        personId === null
          ? undefined
          : and(eq(events.actorType, "person"), eq(events.actorId, personId)),
        from ? gte(events.createdAt, from) : undefined,
        until ? lt(events.createdAt, until) : undefined,
        before ? lt(events.id, before) : undefined,
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit);
}

const CHANGE = {
  id: events.id,
  actorType: events.actorType,
  actorId: events.actorId,
  at: events.createdAt,
};

/** The last change of each setting. `undoable`: what it was before is known. */
export function newestOfSettings(db: Db) {
  const name = sql<string>`${events.payload} ->> 'name'`;
  return db
    .selectDistinctOn([name], {
      ...CHANGE,
      name,
      undoable: sql<boolean>`${events.payload} ? 'before'`,
    })
    .from(events)
    .where(eq(events.type, "setting.changed"))
    .orderBy(name, desc(events.seq));
}

/** The newest event of any of these types: each is looked up by itself, so that no plan reads on. */
export async function newestOfTypes(db: Db, types: readonly string[]) {
  const all = await Promise.all(
    types.map((type) =>
      db
        .select({ ...CHANGE, type: events.type, payload: events.payload })
        .from(events)
        .where(eq(events.type, type))
        .orderBy(desc(events.seq))
        .limit(1),
    ),
  );
  return all.flat().sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** Names of people and connections by id. */
export async function actorNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]))
    .unionAll(
      db
        .select({ id: connections.id, name: connections.name })
        .from(connections)
        .where(inArray(connections.id, [...ids])),
    );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
