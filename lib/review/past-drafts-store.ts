import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { signals } from "@/db/schema/predictor";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import type { Decision, RejectReason, ReviewState } from "../resolve/model";
import type { Channel } from "../ticket/model";
import type { Place } from "./past-routings-store";

/** A draft with what was known when it was decided on, and what people said of it since. */
export type PastDraft = {
  id: string;
  ticketId: string;
  number: number;
  /** 0…1, after the caps. */
  confidence: number;
  decision: Decision;
  /** As it was then; null in drafts of early versions. */
  category: string | null;
  channel: Channel;
  /** Why it had to be left to a person, whatever the confidence; null: not kept. */
  blocks: string[] | null;
  policy: { approveFirst?: boolean; fourEyes?: boolean } | null;
  reviewState: ReviewState;
  rejectReason: RejectReason | null;
  outcome: string | null;
  /** A corrected draft that was changed so little that it counts as accepted. */
  accepted: boolean | null;
  hasDraft: boolean;
  at: Date;
};

/** How many drafts there are, counted up to `most`. */
export async function countDrafts(db: Db, most: number): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from ${attempts} limit ${most}) as newest`,
  );
  return row?.count ?? 0;
}

/** The newest drafts before a place, newest first; null: from the end. */
export function pastDrafts(db: Db, before: Place | null, limit: number): Promise<PastDraft[]> {
  const { snapshot } = attempts;
  const earlier =
    before &&
    sql`(${attempts.createdAt}, ${attempts.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`;
  return db
    .select({
      id: attempts.id,
      ticketId: attempts.ticketId,
      number: tickets.number,
      confidence: attempts.confidence,
      decision: attempts.decision,
      category: sql<string | null>`${snapshot} -> 'routing' ->> 'category'`,
      channel: tickets.channel,
      blocks: sql<string[] | null>`${snapshot} -> 'blocks'`,
      policy: sql<PastDraft["policy"]>`${snapshot} -> 'policy'`,
      reviewState: attempts.reviewState,
      rejectReason: attempts.rejectReason,
      outcome: attempts.outcome,
      accepted: sql<boolean | null>`(${signals.payload} ->> 'accepted')::boolean`,
      hasDraft: sql<boolean>`${attempts.draft} is not null`,
      at: attempts.createdAt,
    })
    .from(attempts)
    .innerJoin(tickets, eq(tickets.id, attempts.ticketId))
    .leftJoin(
      signals,
      and(
        eq(signals.ticketId, attempts.ticketId),
        eq(signals.attemptId, attempts.id),
        eq(signals.kind, "edited"),
        isNull(signals.undoneAt),
      ),
    )
    .where(earlier ?? undefined)
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(limit);
}
