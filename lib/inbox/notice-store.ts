import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { followers, noticeSettings, notices } from "@/db/schema/notice";
import { people } from "@/db/schema/person";
import { tickets } from "@/db/schema/ticket";

/** A person's newest notices, with the tickets that they are about. */
export function noticeRows(db: Db, personId: string, limit: number) {
  return db
    .select({
      id: notices.id,
      kind: notices.kind,
      text: notices.text,
      readAt: notices.readAt,
      createdAt: notices.createdAt,
      ticket: { id: tickets.id, number: tickets.number, subject: tickets.subject },
    })
    .from(notices)
    .innerJoin(tickets, eq(tickets.id, notices.ticketId))
    .where(eq(notices.personId, personId))
    .orderBy(desc(notices.id))
    .limit(limit);
}

export async function countUnread(db: Db, personId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)));
  return row?.unread ?? 0;
}

export async function noticeWishes(db: Db, personId: string): Promise<unknown> {
  const [row] = await db
    .select({ value: noticeSettings.value })
    .from(noticeSettings)
    .where(eq(noticeSettings.personId, personId));
  return row?.value ?? {};
}

/** Those who follow a ticket and still work here. */
export function followerRows(db: Db, ticketId: string) {
  return db
    .select({ id: people.id, name: people.name })
    .from(followers)
    .innerJoin(people, eq(people.id, followers.personId))
    .where(and(eq(followers.ticketId, ticketId), isNull(people.disabledAt)))
    .orderBy(asc(people.name), asc(people.id));
}
