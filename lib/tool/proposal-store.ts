import { and, desc, eq, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { proposals, tools } from "@/db/schema/tool";
import type { ProposalState } from "./model";

export type Proposal = typeof proposals.$inferSelect;

/** Proposals of a ticket that a screen shows. */
const SHOWN = 50;

/** @returns false when the same is proposed already */
export async function insertProposal(db: Db, row: typeof proposals.$inferInsert): Promise<boolean> {
  const stored = await db
    .insert(proposals)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: proposals.id });
  return stored.length > 0;
}

/** The proposal, held until the transaction ends. */
export async function lockProposal(db: Db, id: string): Promise<Proposal | null> {
  const [row] = await db.select().from(proposals).where(eq(proposals.id, id)).for("update");
  return row ?? null;
}

/** @returns false when it was in another state by now: somebody else was first */
export async function moveProposal(
  db: Db,
  id: string,
  from: ProposalState,
  set: Pick<Proposal, "state"> & Partial<Pick<Proposal, "decidedBy" | "decidedAt" | "result">>,
): Promise<boolean> {
  const moved = await db
    .update(proposals)
    .set(set)
    .where(and(eq(proposals.id, id), eq(proposals.state, from)))
    .returning({ id: proposals.id });
  return moved.length > 0;
}

/** Those that were begun before `before` and have not ended: whoever made the call is gone. */
export function lostProposals(db: Db, before: Date) {
  return db
    .select({ proposal: proposals, toolName: tools.name })
    .from(proposals)
    .innerJoin(tools, eq(tools.id, proposals.toolId))
    .where(and(eq(proposals.state, "running"), lt(proposals.decidedAt, before)))
    .limit(100);
}

/** What was proposed in a ticket, newest first, each with its tool as it is now. */
export function proposalsOfTicket(db: Db, ticketId: string) {
  return db
    .select({ proposal: proposals, tool: tools })
    .from(proposals)
    .innerJoin(tools, eq(tools.id, proposals.toolId))
    .where(eq(proposals.ticketId, ticketId))
    .orderBy(desc(proposals.createdAt), desc(proposals.id))
    .limit(SHOWN);
}
