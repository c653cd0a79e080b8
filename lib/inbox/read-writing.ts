import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import type { Writings } from "../presence/model";
import { TICKET_PREFIX } from "../ticket/model";
import type { TicketQuery } from "./model";
import { writingRows } from "./writing-store";

/** What the person who asks has begun to write on a ticket. */
export async function readWriting(ctx: Context, query: TicketQuery): Promise<Writings> {
  requirePermission(ctx, "ticket.read");
  const id = fromPublicId(TICKET_PREFIX, query.id);
  if (!id) throw new AppError("not_found", "There is no such ticket.");
  const found: Writings = {};
  for (const { kind, updatedAt, ...kept } of await writingRows(ctx.db, id, requirePerson(ctx))) {
    found[kind] = { ...kept, updatedAt: updatedAt.toISOString() };
  }
  return found;
}
