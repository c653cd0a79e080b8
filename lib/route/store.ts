import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { routings } from "@/db/schema/route";
import type { RoutingInputs, RoutingOutcome } from "./model";

/** True when this message has been routed. */
export async function isRouted(db: Db, messageId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(routings)
    .where(eq(routings.messageId, messageId));
  return rows.length > 0;
}

/** Keeps a decision. @returns false when the message has one: then nothing of this one may stay */
export async function insertRouting(db: Db, row: typeof routings.$inferInsert): Promise<boolean> {
  const stored = await db
    .insert(routings)
    .values(row)
    .onConflictDoNothing({ target: routings.messageId })
    .returning({ id: routings.id });
  return stored.length === 1;
}

/** The outcome of the newest decision about a ticket; null before the first. */
export async function newestRouting(db: Db, ticketId: string): Promise<RoutingOutcome | null> {
  const [row] = await db
    .select({ outcome: routings.outcome })
    .from(routings)
    .where(eq(routings.ticketId, ticketId))
    .orderBy(desc(routings.createdAt), desc(routings.id))
    .limit(1);
  return row?.outcome ?? null;
}

/** What the newest decision about a ticket looked at, and what it said; null before the first. */
export async function newestInputs(
  db: Db,
  ticketId: string,
): Promise<{
  inputs: RoutingInputs;
  reasons: RoutingOutcome["reasons"];
  sla: RoutingOutcome["sla"];
} | null> {
  const [row] = await db
    .select({ inputs: routings.inputs, outcome: routings.outcome })
    .from(routings)
    .where(eq(routings.ticketId, ticketId))
    .orderBy(desc(routings.createdAt), desc(routings.id))
    .limit(1);
  if (!row) return null;
  const { reasons = [], sla } = row.outcome;
  return { inputs: row.inputs, reasons, sla };
}
