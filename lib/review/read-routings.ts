import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { findTicket } from "./find-ticket";
import { type RecordsQuery, RoutingRecord, type RoutingsView } from "./model";
import { routingRows } from "./store";

/** Every decision of routing about a ticket with its evidence, newest first. @throws `not_found` */
export async function readRoutings(ctx: Context, query: RecordsQuery): Promise<RoutingsView> {
  requirePermission(ctx, "ticket.read");
  const { id, number } = await findTicket(ctx, query.id);
  const rows = await routingRows(ctx.db, id);
  return {
    ticket: { id: toPublicId(TICKET_PREFIX, id), number },
    routings: rows.map((row) =>
      RoutingRecord.parse({ ...row, createdAt: row.createdAt.toISOString() }),
    ),
  };
}
