import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { expectVersion, lockTicket, type ReplyInput, updateTicket } from "../ticket";
import { takeOverHeld } from "./review-store";
import { type OnItsWay, sendApproved } from "./send-approved";

/**
 * Sends a person's own reply. Held drafts of the ticket are thereby taken over, and the ticket
 * becomes the person's when it is nobody's.
 *
 * @throws `conflict` when the ticket's channel leads nowhere, or it has changed meanwhile
 */
export async function replyToTicket(ctx: Context, input: ReplyInput): Promise<OnItsWay> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    const taken = await takeOverHeld(tx.db, ticket.id, { personId, at: tx.now() });
    const sent = await sendApproved(tx, {
      ticket,
      author: "agent",
      personId,
      attemptId: null,
      settles: taken.map((id) => ({ id, reviewState: "held", sentMessageId: null })),
      text: input.text,
      thenStatus: input.thenStatus,
      because: "A person replied.",
    });
    for (const attemptId of taken) {
      await recordEvent(tx, "draft.taken_over", { ticketId: ticket.id, attemptId });
    }
    if (ticket.assigneeId === null) {
      await updateTicket(tx.db, ticket.id, { assigneeId: personId }, tx.now());
      const { teamId } = ticket;
      await recordEvent(tx, "ticket.assigned", { ticketId: ticket.id, personId, teamId });
    }
    return sent;
  });
}
