import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { replyLeases } from "@/db/schema/presence";

type Place = { ticketId: string; personId: string };
type Taking = Place & {
  at: Date;
  until: Date;
  /** Also when somebody else has it. */
  takeOver: boolean;
};

/**
 * Takes the reply to a ticket, or keeps it a while longer. One statement: of two people at once one
 * gets it. Keeping it does not change when it began.
 *
 * @returns false when somebody else has it
 */
export async function takeReply(db: Db, taking: Taking): Promise<boolean> {
  const { ticketId, personId, at, until, takeOver } = taking;
  const now = sql`${at.toISOString()}::timestamptz`;
  const mine = sql`${replyLeases.personId} = ${personId}::uuid and ${replyLeases.until} > ${now}`;
  const free = or(eq(replyLeases.personId, personId), lte(replyLeases.until, at));
  const taken = await db
    .insert(replyLeases)
    .values({ ticketId, personId, since: at, until })
    .onConflictDoUpdate({
      target: replyLeases.ticketId,
      set: {
        personId,
        until,
        since: sql`case when ${mine} then ${replyLeases.since} else ${now} end`,
      },
      ...(!takeOver && free && { setWhere: free }),
    })
    .returning({ ticketId: replyLeases.ticketId });
  return taken.length === 1;
}

/**
 * For whoever sends a reply: ends what they hold, and what is over, or anybody's when they take it
 * over. Call it with the ticket locked: a reply that begins meanwhile then waits for what is sent,
 * since its row refers to the ticket; one that is taken over waits for this row.
 *
 * @returns who else replies now; null when the reply may leave
 */
export async function claimReply(
  db: Db,
  { ticketId, personId, at, takeOver }: Omit<Taking, "until">,
): Promise<Lease | null> {
  const free = or(eq(replyLeases.personId, personId), lte(replyLeases.until, at));
  await db
    .delete(replyLeases)
    .where(and(eq(replyLeases.ticketId, ticketId), takeOver ? undefined : free));
  return replyLeaseOf(db, ticketId, at);
}

type Lease = { personId: string; since: Date };

/** Who replies to a ticket now; null when nobody does. */
export async function replyLeaseOf(db: Db, ticketId: string, now: Date): Promise<Lease | null> {
  const [row] = await db
    .select({ personId: replyLeases.personId, since: replyLeases.since })
    .from(replyLeases)
    .where(and(eq(replyLeases.ticketId, ticketId), gt(replyLeases.until, now)));
  return row ?? null;
}

/** True when a person has begun a reply: then the AI only drafts. */
export async function someoneReplies(db: Db, ticketId: string, now: Date): Promise<boolean> {
  return (await replyLeaseOf(db, ticketId, now)) !== null;
}

/** Gives the reply back; somebody else's stays theirs. */
export async function endReply(db: Db, { ticketId, personId }: Place): Promise<void> {
  await db
    .delete(replyLeases)
    .where(and(eq(replyLeases.ticketId, ticketId), eq(replyLeases.personId, personId)));
}
