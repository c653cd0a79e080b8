import { destinationOf } from "../channel";
import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { addMessage, beginWork, participantsOf, type Ticket } from "../ticket";
import type { Author, TicketStatus } from "../ticket/model";

type ApprovedReply = {
  ticket: Ticket;
  author: Extract<Author, "agent" | "ai">;
  personId: string;
  attemptId: string | null;
  text: string;
  thenStatus: TicketStatus;
  because: string;
};

/**
 * Puts a person's reply, or one that a person approved, into the thread and on its way: delivery
 * follows the event, and sends exactly the stored text. Call it with the ticket locked.
 *
 * @throws `conflict` when the ticket's channel leads nowhere
 */
export async function sendApproved(ctx: Context, reply: ApprovedReply): Promise<string> {
  const { ticket, author, personId, attemptId, text, thenStatus } = reply;
  const participants = await participantsOf(ctx.db, ticket.id);
  const destination = await destinationOf(ctx, { ...ticket, participants });
  if ("none" in destination) throw new AppError("conflict", destination.none);
  const message = await addMessage(ctx, {
    ticketId: ticket.id,
    author,
    public: true,
    text,
    personId,
    createdAt: ctx.now(),
  });
  await beginWork(ctx, ticket.id, reply.because);
  await recordEvent(ctx, "reply.approved", {
    ticketId: ticket.id,
    messageId: message.id,
    attemptId,
    thenStatus,
  });
  return message.id;
}
