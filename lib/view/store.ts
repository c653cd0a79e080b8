import { and, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { views } from "@/db/schema/view";

export type ViewRow = typeof views.$inferSelect;

/** Puts a view behind the owner's others. @returns false when its id is taken */
export async function insertView(
  db: Db,
  row: Omit<typeof views.$inferInsert, "position"> & { position?: number },
): Promise<boolean> {
  const last = sql<number>`(select coalesce(max(v.position), 0) + 1 from views v where v.owner_id = ${row.ownerId})`;
  const made = await db
    .insert(views)
    .values({ ...row, position: row.position ?? last })
    .onConflictDoNothing()
    .returning({ id: views.id });
  return made.length === 1;
}

/** A view that this person may change: their own, or a shared one of somebody else for admins. */
export async function lockView(
  db: Db,
  id: string,
  by: { personId: string; admin: boolean },
): Promise<ViewRow | null> {
  const mine = eq(views.ownerId, by.personId);
  const [row] = await db
    .select()
    .from(views)
    .where(and(eq(views.id, id), by.admin ? or(mine, eq(views.shared, true)) : mine))
    .for("update");
  return row ?? null;
}

export async function updateView(
  db: Db,
  id: string,
  change: Partial<Pick<ViewRow, "name" | "shared" | "filter" | "sort">>,
  at: Date,
): Promise<void> {
  await db
    .update(views)
    .set({ ...change, updatedAt: at })
    .where(eq(views.id, id));
}

export async function deleteView(db: Db, id: string): Promise<void> {
  await db.delete(views).where(eq(views.id, id));
}

/** How many views a person has. */
export async function countViews(db: Db, ownerId: string): Promise<number> {
  return db.$count(views, eq(views.ownerId, ownerId));
}
