import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { toMessage } from "./message-view";
import type { EarlierMessages, EarlierQuery } from "./model";
import { messagePlace, THREAD_LIMIT, threadRows } from "./ticket-store";

const NONE_LEAVES: ReadonlyMap<string, string> = new Map();

/**
 * The messages of a ticket before one of them, oldest first; as many as its page holds.
 *
 * @throws `not_found` when the ticket has no such message
 */
export async function readEarlier(ctx: Context, query: EarlierQuery): Promise<EarlierMessages> {
  requirePermission(ctx, "ticket.read");
  const id = fromPublicId(TICKET_PREFIX, query.id);
  const place = id && (await messagePlace(ctx.db, id, query.before));
  if (!place) throw new AppError("not_found", "There is no such message in this ticket.");
  const rows = await threadRows(ctx.db, id, place);
  return {
    messages: rows
      .slice(0, THREAD_LIMIT)
      .reverse()
      .map((row) => toMessage(row, NONE_LEAVES)),
    more: rows.length > THREAD_LIMIT,
  };
}
