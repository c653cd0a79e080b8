import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import type { TicketQuery, Writers } from "./model";
import { writerRows } from "./ticket-now-store";

/** Who else writes on a ticket now. Asked often, so it reads nothing but that. */
export async function readWriters(ctx: Context, query: TicketQuery): Promise<Writers> {
  requirePermission(ctx, "ticket.read");
  const id = fromPublicId(TICKET_PREFIX, query.id);
  if (!id) throw new AppError("not_found", "There is no such ticket.");
  return writerRows(ctx.db, id, ctx.now(), requirePerson(ctx));
}
