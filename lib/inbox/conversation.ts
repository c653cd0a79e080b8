import { isConversationToken } from "../channel";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { shownToCustomer, statusOf } from "./conversation-store";

/** The newest messages that are told; a conversation that is longer has been read before. */
const LIMIT = 200;

/**
 * What the customer may read of a conversation: their own messages, and replies that have left.
 * No names of our people, no notes, no drafts.
 *
 * @throws `unauthenticated` for a token of another ticket, or a ticket that does not exist
 */
export async function readConversation(
  ctx: Context,
  { ticketId, token }: { ticketId: string; token: string },
) {
  const id = fromPublicId(TICKET_PREFIX, ticketId);
  const known = id !== null && isConversationToken(ctx.env, id, token);
  const status = known ? await statusOf(ctx.db, id) : null;
  if (!id || !status) {
    throw new AppError("unauthenticated", "The token does not open this conversation.");
  }
  const shown = await shownToCustomer(ctx.db, id, LIMIT);
  const messages = shown.map(({ author, text, at }) => ({
    author,
    text,
    created_at: at.toISOString(),
  }));
  return { ticket_id: ticketId, status, messages };
}
