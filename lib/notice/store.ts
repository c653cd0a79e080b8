import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { noticeSettings, notices } from "@/db/schema/notice";
import { NoticeSettings } from "./model";

/** What these people have chosen; those who have not are missing. */
export async function settingsOf(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, NoticeSettings>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: noticeSettings.personId, value: noticeSettings.value })
    .from(noticeSettings)
    .where(inArray(noticeSettings.personId, [...personIds]));
  // What an older version stored and this one can't read counts as not chosen.
  return new Map(
    rows.map(({ personId, value }) => [personId, NoticeSettings.safeParse(value).data ?? {}]),
  );
}

export async function writeSettings(
  db: Db,
  personId: string,
  value: NoticeSettings,
  at: Date,
): Promise<void> {
  await db
    .insert(noticeSettings)
    .values({ personId, value, updatedAt: at })
    .onConflictDoUpdate({ target: noticeSettings.personId, set: { value, updatedAt: at } });
}

/** Stores notices; one that tells of the same event a second time is left out. @returns whose are new */
export async function insertNotices(
  db: Db,
  rows: (typeof notices.$inferInsert)[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const stored = await db
    .insert(notices)
    .values(rows)
    .onConflictDoNothing()
    .returning({ personId: notices.personId });
  return [...new Set(stored.map(({ personId }) => personId))];
}

type Which = { ids: readonly string[] } | { ticketId: string } | { all: true };

/** Marks a person's own notices as read. @returns how many were not */
export async function setNoticesRead(
  db: Db,
  personId: string,
  which: Which,
  at: Date,
): Promise<number> {
  const marked = await db
    .update(notices)
    .set({ readAt: at })
    .where(
      and(
        eq(notices.personId, personId),
        isNull(notices.readAt),
        "ids" in which ? inArray(notices.id, [...which.ids]) : undefined,
        "ticketId" in which ? eq(notices.ticketId, which.ticketId) : undefined,
      ),
    )
    .returning({ id: notices.id });
  return marked.length;
}
