import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { followers, mentions } from "@/db/schema/notice";

type Following = { ticketId: string; personId: string };

/** People who want to hear of a ticket. */
export async function followersOf(db: Db, ticketId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: followers.personId })
    .from(followers)
    .where(eq(followers.ticketId, ticketId));
  return rows.map((row) => row.personId);
}

export async function addFollowers(
  db: Db,
  ticketId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  await db
    .insert(followers)
    .values(personIds.map((personId) => ({ ticketId, personId, createdAt: at })))
    .onConflictDoNothing();
}

export async function removeFollower(db: Db, { ticketId, personId }: Following): Promise<void> {
  await db
    .delete(followers)
    .where(and(eq(followers.ticketId, ticketId), eq(followers.personId, personId)));
}

type Named = { messageId: string; ticketId: string; personIds: readonly string[] };

/** Keeps whom a note names. Safe to repeat. */
export async function addMentions(db: Db, named: Named, at: Date): Promise<void> {
  const { messageId, ticketId, personIds } = named;
  if (personIds.length === 0) return;
  await db
    .insert(mentions)
    .values(personIds.map((personId) => ({ messageId, ticketId, personId, createdAt: at })))
    .onConflictDoNothing();
}

/** Whom notes of one ticket name is named in another one, where these notes are now. */
export async function moveMentions(db: Db, from: string, to: string): Promise<void> {
  await db.update(mentions).set({ ticketId: to }).where(eq(mentions.ticketId, from));
}
