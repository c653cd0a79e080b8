import { and, desc, eq, inArray, lt, notInArray, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { backtests } from "@/db/schema/backtest";

export type BacktestRow = typeof backtests.$inferSelect;

export async function insertBacktest(
  db: Db,
  row: Pick<BacktestRow, "id" | "kind" | "input" | "personId" | "createdAt">,
): Promise<void> {
  await db.insert(backtests).values(row);
}

export async function backtestById(db: Db, id: string): Promise<BacktestRow | null> {
  const [row] = await db.select().from(backtests).where(eq(backtests.id, id));
  return row ?? null;
}

/** Begins it, or begins it anew after a worker died. @returns null when it is over */
export async function claimBacktest(db: Db, id: string): Promise<BacktestRow | null> {
  const [row] = await db
    .update(backtests)
    .set({ state: "running", done: 0, total: null })
    .where(and(eq(backtests.id, id), inArray(backtests.state, ["queued", "running"])))
    .returning();
  return row ?? null;
}

type Change = Partial<
  Pick<BacktestRow, "state" | "done" | "total" | "result" | "problem" | "finishedAt">
>;

/** Changes one that runs. @returns false when it runs no more: somebody cancelled it */
export async function changeRunning(db: Db, id: string, change: Change): Promise<boolean> {
  const rows = await db
    .update(backtests)
    .set(change)
    .where(and(eq(backtests.id, id), eq(backtests.state, "running")))
    .returning({ id: backtests.id });
  return rows.length === 1;
}

/** @returns false when it was over already */
export async function cancelUnfinished(db: Db, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(backtests)
    .set({ state: "cancelled", finishedAt: now })
    .where(and(eq(backtests.id, id), inArray(backtests.state, ["queued", "running"])))
    .returning({ id: backtests.id });
  return rows.length === 1;
}

/** Takes away what was made before a time, and all but the newest `most`. */
export async function deleteOld(db: Db, before: Date, most: number): Promise<void> {
  const newest = db
    .select({ id: backtests.id })
    .from(backtests)
    .orderBy(desc(backtests.createdAt), desc(backtests.id))
    .limit(most);
  await db
    .delete(backtests)
    .where(or(lt(backtests.createdAt, before), notInArray(backtests.id, newest)));
}
