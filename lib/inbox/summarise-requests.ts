import { and, desc, eq, inArray } from "drizzle-orm";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import type { RequestSummary, SummaryQuery } from "../ingest/model";
import { type Context, requireScope } from "../platform/context";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";

/**
 * What became of tickets that a connection has sent: only of its own, the rest is left out.
 * `decision` and `confidence` are null until something was drafted; a greeting never gets a draft.
 */
export async function summariseRequests(
  ctx: Context,
  query: SummaryQuery,
): Promise<RequestSummary[]> {
  const connectionId = requireScope(ctx, "ingest");
  const ids = query.ticket_ids.flatMap((id) => fromPublicId(TICKET_PREFIX, id) ?? []);
  if (ids.length === 0) return [];
  const latest = ctx.db
    .selectDistinctOn([attempts.ticketId], {
      ticketId: attempts.ticketId,
      decision: attempts.decision,
      confidence: attempts.confidence,
    })
    .from(attempts)
    .where(inArray(attempts.ticketId, ids))
    .orderBy(attempts.ticketId, desc(attempts.createdAt))
    .as("latest");
  const rows = await ctx.db
    .select({
      id: tickets.id,
      category: tickets.category,
      intent: tickets.primaryIntent,
      priority: tickets.priority,
      status: tickets.status,
      decision: latest.decision,
      confidence: latest.confidence,
    })
    .from(tickets)
    .leftJoin(latest, eq(latest.ticketId, tickets.id))
    .where(and(inArray(tickets.id, ids), eq(tickets.connectionId, connectionId)));
  return rows.map(({ id, ...row }) => ({ ticket_id: toPublicId(TICKET_PREFIX, id), ...row }));
}
