import type { Context } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { lastCustomerMessage } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import type { Outgoing } from "./outgoing";

/** The body of the call that brings a reply to another system: JSON, signed as these bytes. */
export async function composeCall(
  ctx: Context,
  { delivery, ticket, message }: Outgoing,
): Promise<string> {
  const answered = await lastCustomerMessage(ctx.db, ticket.id);
  return JSON.stringify({
    type: "reply.created",
    timestamp: ctx.now().toISOString(),
    data: {
      ticket_id: toPublicId(TICKET_PREFIX, ticket.id),
      conversation_id: ticket.conversationId,
      /** The sender's own id of the message that is answered. */
      external_id: answered?.externalId ?? null,
      /** What an answer names in `in_reply_to`. */
      message_id: delivery.stableId,
      text: message.text,
      created_at: message.createdAt.toISOString(),
    },
  });
}
