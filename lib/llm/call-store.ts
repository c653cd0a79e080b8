import { and, desc, eq, gt, gte, sql, sum } from "drizzle-orm";
import type { Db } from "@/db/client";
import { llmCalls } from "@/db/schema/llm";

export type CallRow = typeof llmCalls.$inferSelect;

/** Held until the transaction ends: what is left of a limit is looked at by one call at a time. */
export async function lockLimits(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('llm.limits'))`);
}

export async function insertCall(db: Db, row: typeof llmCalls.$inferInsert): Promise<void> {
  await db.insert(llmCalls).values(row);
}

export async function updateCall(
  db: Db,
  id: string,
  change: Partial<typeof llmCalls.$inferInsert>,
): Promise<void> {
  await db.update(llmCalls).set(change).where(eq(llmCalls.id, id));
}

/** What all calls since then have cost, and those under way may cost at most. */
export async function costSince(db: Db, since: Date): Promise<number> {
  const [row] = await db
    .select({ micros: sum(llmCalls.costMicros) })
    .from(llmCalls)
    .where(gte(llmCalls.createdAt, since));
  return Number(row?.micros ?? 0);
}

/** Tokens in and out of all calls about a ticket. */
export async function tokensOfTicket(db: Db, ticketId: string): Promise<number> {
  const [row] = await db
    .select({ tokens: sql<string>`sum(${llmCalls.inputTokens} + ${llmCalls.outputTokens})` })
    .from(llmCalls)
    .where(eq(llmCalls.ticketId, ticketId));
  return Number(row?.tokens ?? 0);
}

/** Drafts that were asked for about tickets of one customer. */
export function draftsOfCustomer(db: Db, customerId: string, since: Date): Promise<number> {
  return db.$count(
    llmCalls,
    and(
      eq(llmCalls.customerId, customerId),
      eq(llmCalls.purpose, "draft"),
      gt(llmCalls.tries, 0),
      gte(llmCalls.createdAt, since),
    ),
  );
}

/** What one person has asked for. */
export function callsOfPerson(db: Db, personId: string, since: Date): Promise<number> {
  return db.$count(
    llmCalls,
    and(
      ...[eq(llmCalls.personId, personId), gt(llmCalls.tries, 0)],
      gte(llmCalls.createdAt, since),
    ),
  );
}

/** All calls about a ticket, newest first. */
export function callsOfTicket(db: Db, ticketId: string): Promise<CallRow[]> {
  return db
    .select()
    .from(llmCalls)
    .where(eq(llmCalls.ticketId, ticketId))
    .orderBy(desc(llmCalls.createdAt), desc(llmCalls.id));
}
