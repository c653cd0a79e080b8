import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { reviewLeases } from "@/db/schema/resolve";

type Taking = { attemptId: string; personId: string; at: Date; until: Date };

/**
 * Takes an item, or keeps it a while longer. One statement: of two people at once one gets it.
 * Somebody else's is taken only when its time is over; keeping it does not change when it began.
 *
 * @returns false when somebody else has it
 */
export async function takeLease(db: Db, { attemptId, personId, at, until }: Taking) {
  const now = sql`${at.toISOString()}::timestamptz`;
  const mine = sql`${reviewLeases.personId} = ${personId}::uuid and ${reviewLeases.until} > ${now}`;
  const taken = await db
    .insert(reviewLeases)
    .values({ attemptId, personId, until, createdAt: at })
    .onConflictDoUpdate({
      target: reviewLeases.attemptId,
      set: {
        personId,
        until,
        createdAt: sql`case when ${mine} then ${reviewLeases.createdAt} else ${now} end`,
      },
      setWhere: or(eq(reviewLeases.personId, personId), lte(reviewLeases.until, at)),
    })
    .returning({ attemptId: reviewLeases.attemptId });
  return taken.length === 1;
}

type Lease = { personId: string; since: Date; until: Date };

/** Who looks at an item now; null when nobody does. */
export async function leaseOf(db: Db, attemptId: string, now: Date): Promise<Lease | null> {
  const [row] = await db
    .select({
      personId: reviewLeases.personId,
      since: reviewLeases.createdAt,
      until: reviewLeases.until,
    })
    .from(reviewLeases)
    .where(and(eq(reviewLeases.attemptId, attemptId), gt(reviewLeases.until, now)));
  return row ?? null;
}

/** Gives an item back: that of one person, or whoever's it is. */
export async function endLease(db: Db, attemptId: string, personId?: string): Promise<void> {
  await db
    .delete(reviewLeases)
    .where(
      and(
        eq(reviewLeases.attemptId, attemptId),
        personId === undefined ? undefined : eq(reviewLeases.personId, personId),
      ),
    );
}
