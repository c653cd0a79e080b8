import { isConversationToken } from "../channel";
import { type RatedReply, rateReply } from "../csat";
import { RatingCall, RatingForm, type Said } from "../csat/model";
import { rateableReply, replyBehindLink } from "../inbox";
import { type Context, requireScope, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { lockTicket, messageById } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";

/**
 * Takes the rating of whoever holds the link of a reply.
 *
 * @throws `not_found` for a link that this desk has not made, or whose reply was erased
 */
export async function rateByLink(ctx: Context, input: RatingForm): Promise<void> {
  const { score, comment, ...link } = parseInput(RatingForm, input);
  const reply = await replyBehindLink(ctx, link);
  if (!reply) throw new AppError("not_found", "This link does not open any rating.");
  await take(ctx, reply, { score, comment });
}

/** Who rates on behalf of a customer: the conversation's token, or else the key of its system. */
type Rater = { ticketId: string; token?: string };

/**
 * Takes the rating of a reply in a conversation, from whoever shows it to the customer.
 *
 * @param rater public id of the ticket; without a token the actor is its connection, with the scope
 *   `tickets.write`
 * @throws `unauthenticated` or `not_found` for a conversation that is not theirs
 */
export async function rateInConversation(ctx: Context, rater: Rater, input: RatingCall) {
  const id = fromPublicId(TICKET_PREFIX, rater.ticketId);
  const owner = rater.token === undefined ? requireScope(ctx, "tickets.write") : null;
  if (rater.token !== undefined && !(id && isConversationToken(ctx.env, id, rater.token))) {
    throw new AppError("unauthenticated", "The token does not open this conversation.");
  }
  const { message_id: named, ...said } = parseInput(RatingCall, input);
  const reply = id && (await rateableReply(ctx, id, named));
  if (!reply || (owner !== null && reply.connectionId !== owner)) {
    throw new AppError("not_found", "There is no such reply in this conversation.");
  }
  const changed = await take(ctx, reply, said);
  return { ticket_id: toPublicId(TICKET_PREFIX, id), ...said, changed };
}

/** People may have moved the message, or merged its ticket, since it was found. */
async function take(ctx: Context, reply: RatedReply, said: Said): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const found = await messageById(tx.db, reply.messageId);
    if (!found) throw new AppError("not_found", "This reply was erased.");
    await lockTicket(tx.db, found.ticketId);
    return rateReply(tx, { ...reply, ticketId: found.ticketId }, said);
  });
}
