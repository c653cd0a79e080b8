import { and, desc, eq, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/deliver";
import { messages, tickets } from "@/db/schema/ticket";
import { isConversationToken } from "../channel";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";

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
  const refused = () =>
    new AppError("unauthenticated", "The token does not open this conversation.");
  if (!id || !isConversationToken(ctx.env, id, token)) throw refused();
  const [ticket] = await ctx.db
    .select({ status: tickets.status })
    .from(tickets)
    .where(eq(tickets.id, id));
  if (!ticket) throw refused();
  const shown = sql`(${messages.author} = 'customer' or ${messages.metadata} @> '{"fromHistory": true}'
    or exists (select 1 from ${deliveries}
      where ${deliveries.messageId} = ${messages.id} and ${deliveries.state} = 'sent'))`;
  const newest = await ctx.db
    .select({ author: messages.author, text: messages.text, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.ticketId, id), eq(messages.public, true), shown))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(LIMIT);
  return {
    ticket_id: ticketId,
    status: ticket.status,
    messages: newest
      .reverse()
      .map(({ author, text, at }) => ({ author, text, created_at: at.toISOString() })),
  };
}
