import type { RequestSummary, SummaryQuery } from "../ingest/model";
import { type Context, requireScope } from "../platform/context";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { ticketsOfConnection } from "./conversation-store";

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
  const rows = await ticketsOfConnection(ctx.db, connectionId, ids);
  return rows.map(({ id, ...row }) => ({ ticket_id: toPublicId(TICKET_PREFIX, id), ...row }));
}
