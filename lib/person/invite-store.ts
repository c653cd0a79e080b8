import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invites, people, teamMembers, teams } from "@/db/schema/person";

export type Invite = typeof invites.$inferSelect;

export async function insertInvite(db: Db, row: typeof invites.$inferInsert): Promise<void> {
  await db.insert(invites).values(row);
}

const open = (now: Date) =>
  and(isNull(invites.usedAt), isNull(invites.revokedAt), gt(invites.expiresAt, now));

/** The invitation of a link that still holds. */
export async function openInvite(db: Db, tokenHash: string, now: Date): Promise<Invite | null> {
  const [row] = await db
    .select()
    .from(invites)
    .where(and(eq(invites.tokenHash, tokenHash), open(now)));
  return row ?? null;
}

/** Uses an invitation up. Of two at once, one gets it. */
export async function consumeInvite(
  db: Db,
  tokenHash: string,
  personId: string,
  now: Date,
): Promise<Invite | null> {
  const [row] = await db
    .update(invites)
    .set({ usedAt: now, personId })
    .where(and(eq(invites.tokenHash, tokenHash), open(now)))
    .returning();
  return row ?? null;
}

/** Ends the invitations that somebody has made and nobody has used yet. @returns which */
export async function revokeInvitesBy(db: Db, personId: string, now: Date): Promise<string[]> {
  const rows = await db
    .update(invites)
    .set({ revokedAt: now })
    .where(and(eq(invites.createdBy, personId), open(now)))
    .returning({ id: invites.id });
  return rows.map(({ id }) => id);
}

export async function revokeOpenInvite(db: Db, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(invites)
    .set({ revokedAt: now })
    .where(and(eq(invites.id, id), open(now)))
    .returning({ id: invites.id });
  return rows.length > 0;
}

/** Earlier invitations of the same address end with a new one. */
export async function revokeInvitesOf(db: Db, email: string, now: Date): Promise<void> {
  await db
    .update(invites)
    .set({ revokedAt: now })
    .where(and(eq(invites.email, email), open(now)));
}

export async function emailTaken(db: Db, email: string): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  return rows.length > 0;
}

/** Those of the teams that are there. */
export async function knownTeams(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: teams.id })
    .from(teams)
    .where(inArray(teams.id, [...ids]));
  return rows.map(({ id }) => id);
}

/** Puts a person into exactly these teams. */
export async function setTeams(db: Db, personId: string, ids: readonly string[]): Promise<void> {
  await db.delete(teamMembers).where(eq(teamMembers.personId, personId));
  if (ids.length === 0) return;
  await db.insert(teamMembers).values(ids.map((teamId) => ({ teamId, personId })));
}
