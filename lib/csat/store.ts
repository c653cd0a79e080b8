import { eq, ne, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { ratings } from "@/db/schema/csat";

export type Rating = typeof ratings.$inferSelect;

/**
 * Stores what a customer says of a reply, over what they said before.
 *
 * @returns null when they had said exactly that
 */
export async function putRating(
  db: Db,
  row: Omit<Rating, "createdAt" | "updatedAt">,
  at: Date,
): Promise<Rating | null> {
  const { score, comment, ticketId } = row;
  const [stored] = await db
    .insert(ratings)
    .values({ ...row, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({
      target: ratings.messageId,
      set: { score, comment, ticketId, updatedAt: at },
      setWhere: or(ne(ratings.score, score), ne(ratings.comment, comment)),
    })
    .returning();
  return stored ?? null;
}

export async function ratingOf(db: Db, messageId: string): Promise<Rating | null> {
  const [row] = await db.select().from(ratings).where(eq(ratings.messageId, messageId));
  return row ?? null;
}
