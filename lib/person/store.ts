import { and, asc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { oneTimeTokens, people, sessions, signInAttempts } from "@/db/schema/person";

export type Person = typeof people.$inferSelect;

/** The person of an address, unless they have left. */
export async function activePersonByEmail(db: Db, email: string): Promise<Person | null> {
  const [row] = await db
    .select()
    .from(people)
    .where(and(eq(people.email, email), isNull(people.disabledAt)));
  return row ?? null;
}

/** The admin who has been here longest. */
export async function firstAdmin(db: Db): Promise<Person | null> {
  const [row] = await db
    .select()
    .from(people)
    .where(and(eq(people.role, "admin"), isNull(people.disabledAt)))
    .orderBy(asc(people.createdAt), asc(people.id))
    .limit(1);
  return row ?? null;
}

export async function peopleExist(db: Db): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).limit(1);
  return rows.length > 0;
}

/** For texts that say who did something; null for somebody who was erased. */
export async function personName(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, id));
  return row?.name ?? null;
}

export async function insertPerson(db: Db, row: typeof people.$inferInsert): Promise<void> {
  await db.insert(people).values(row);
}

export async function setPasswordHash(db: Db, id: string, passwordHash: string): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, id));
}

export async function insertSession(db: Db, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row);
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

export async function deleteSessionsOf(db: Db, personId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.personId, personId));
}

/** Takes away sessions and counters whose time is over. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
  await db.delete(signInAttempts).where(lte(signInAttempts.windowEndsAt, now));
}

export type Counter = { key: string; failures: number; windowEndsAt: Date };

/**
 * Counts one more attempt for every key, in one statement, and tells the new counts. A window that
 * is over begins anew. Keys are sorted so that two callers never wait for each other in a ring.
 */
export async function countAttempts(
  db: Db,
  keys: readonly string[],
  now: Date,
  windowEndsAt: Date,
): Promise<Counter[]> {
  const over = sql`${signInAttempts.windowEndsAt} <= ${now.toISOString()}::timestamptz`;
  return db
    .insert(signInAttempts)
    .values([...keys].sort().map((key) => ({ key, failures: 1, windowEndsAt })))
    .onConflictDoUpdate({
      target: signInAttempts.key,
      set: {
        failures: sql`case when ${over} then 1 else ${signInAttempts.failures} + 1 end`,
        windowEndsAt: sql`case when ${over} then excluded.window_ends_at else ${signInAttempts.windowEndsAt} end`,
      },
    })
    .returning();
}

/** Takes one attempt back: it was no failure. */
export async function uncountAttempt(db: Db, keys: readonly string[]): Promise<void> {
  await db
    .update(signInAttempts)
    .set({ failures: sql`greatest(${signInAttempts.failures} - 1, 0)` })
    .where(inArray(signInAttempts.key, [...keys]));
}

export async function insertSetupToken(db: Db, hash: string, expiresAt: Date): Promise<void> {
  await db.insert(oneTimeTokens).values({ hash, purpose: "setup", expiresAt });
}

/** True when `hash` is a set-up token that can still be used. */
export async function setupTokenHolds(db: Db, hash: string, now: Date): Promise<boolean> {
  const known = await db
    .select({ hash: oneTimeTokens.hash })
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.hash, hash),
        eq(oneTimeTokens.purpose, "setup"),
        gt(oneTimeTokens.expiresAt, now),
      ),
    );
  return known.length > 0;
}

/**
 * Uses up every set-up token if `hash` is one that still holds. Two callers wait for each other at
 * the rows, and the second finds none.
 */
export async function consumeSetupToken(db: Db, hash: string, now: Date): Promise<boolean> {
  if (!(await setupTokenHolds(db, hash, now))) return false;
  const used = await db
    .delete(oneTimeTokens)
    .where(eq(oneTimeTokens.purpose, "setup"))
    .returning({ hash: oneTimeTokens.hash });
  return used.some((row) => row.hash === hash);
}
