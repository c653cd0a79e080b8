import { and, count, desc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { toolRuns, tools } from "@/db/schema/tool";

/** Runs of a ticket that a screen shows. */
const SHOWN = 50;

type NewRun = typeof toolRuns.$inferInsert & { ticketId: string };

/**
 * Stores a run before it is made, unless the ticket has had `most` since then. Runs of one ticket
 * wait for each other here, so that two at once can't both be the last. Call it in a transaction.
 *
 * @returns false when there are enough
 */
export async function beginRun(db: Db, run: NewRun, since: Date, most: number): Promise<boolean> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`tool-runs:${run.ticketId}`}::text, 0))`,
  );
  const [had] = await db
    .select({ runs: count() })
    .from(toolRuns)
    .where(and(eq(toolRuns.ticketId, run.ticketId), gt(toolRuns.createdAt, since)));
  if ((had?.runs ?? 0) >= most) return false;
  await db.insert(toolRuns).values(run);
  return true;
}

export async function insertRun(db: Db, run: typeof toolRuns.$inferInsert): Promise<void> {
  await db.insert(toolRuns).values(run);
}

export async function endRun(
  db: Db,
  id: string,
  end: Pick<typeof toolRuns.$inferSelect, "outcome" | "status" | "result" | "latencyMs">,
): Promise<void> {
  await db.update(toolRuns).set(end).where(eq(toolRuns.id, id));
}

/** What tools were asked for a ticket, newest first. */
export function runsOfTicket(db: Db, ticketId: string) {
  return db
    .select({ run: toolRuns, toolName: tools.name })
    .from(toolRuns)
    .innerJoin(tools, eq(tools.id, toolRuns.toolId))
    .where(eq(toolRuns.ticketId, ticketId))
    .orderBy(desc(toolRuns.createdAt), desc(toolRuns.id))
    .limit(SHOWN);
}
