import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { secondLooks } from "@/db/schema/resolve";

type Look = typeof secondLooks.$inferSelect;

/** Keeps a request. @returns false when one is open on this draft */
export async function insertLook(db: Db, row: typeof secondLooks.$inferInsert): Promise<boolean> {
  const stored = await db
    .insert(secondLooks)
    .values(row)
    .onConflictDoNothing({
      target: secondLooks.attemptId,
      where: isNull(secondLooks.settledAt),
    })
    .returning({ id: secondLooks.id });
  return stored.length === 1;
}

/** The open request on a draft. */
export async function openLook(db: Db, attemptId: string): Promise<Look | null> {
  const [row] = await db
    .select()
    .from(secondLooks)
    .where(and(eq(secondLooks.attemptId, attemptId), isNull(secondLooks.settledAt)));
  return row ?? null;
}

/** Closes the open request on a draft, or only that of one person. @returns false: there is none */
export async function settleLook(
  db: Db,
  attemptId: string,
  at: Date,
  askedBy?: string,
): Promise<boolean> {
  const settled = await db
    .update(secondLooks)
    .set({ settledAt: at })
    .where(
      and(
        eq(secondLooks.attemptId, attemptId),
        isNull(secondLooks.settledAt),
        askedBy === undefined ? undefined : eq(secondLooks.askedBy, askedBy),
      ),
    )
    .returning({ id: secondLooks.id });
  return settled.length === 1;
}
