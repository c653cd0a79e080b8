import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { clearWriting } from "../presence";
import { expectVersion, lockTicket, type ReplyInput, updateTicket, written } from "../ticket";
import { correctSent } from "./correct-draft";
import { waitsForSecond } from "./four-eyes";
import { type OpenAttempt, openAttempt } from "./open-attempt";
import { heldForReply } from "./reply-guards";
import { takeOverHeld } from "./review-store";
import { type OnItsWay, sendApproved } from "./send-approved";

/** Nothing is on its way: in a category of four eyes another person must approve the same words. */
type Waits = { messageId: null; undoUntil: null; reviewState: "held" };
/** The flagged reply that was sent before is settled by it. */
type Corrects = OnItsWay & { reviewState: "corrected" };

/**
 * Sends a person's own reply. Held drafts of the ticket are thereby taken over, and the ticket
 * becomes the person's when it is nobody's.
 *
 * Where a held draft wants four eyes, the reply is a correction of it, and the first of two. Where
 * it corrects a flagged reply, it settles that as a reviewer's correction does; else the review stays.
 *
 * @throws `conflict` when the ticket's channel leads nowhere, it has changed meanwhile, somebody else
 *   is replying, or looks at its draft in the review
 */
export async function replyToTicket(
  ctx: Context,
  input: ReplyInput,
): Promise<OnItsWay | Waits | Corrects> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);
  const { text, html } = written(input);

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    if (input.corrects) {
      const open = await sentOf(tx, ticket.id, input.corrects);
      const sent = await correctSent(tx, open, personId, { text, html, takeOver: input.takeOver });
      await clearWriting(tx, { ticketId: ticket.id, kind: "reply" });
      return sent;
    }
    const [attempt] = await heldForReply(tx, ticket.id, personId);
    const said = { verdict: "correct", text } as const;
    if (attempt && (await waitsForSecond(tx, { attempt, ticket }, personId, said))) {
      await clearWriting(tx, { ticketId: ticket.id, kind: "reply" });
      return { messageId: null, undoUntil: null, reviewState: "held" };
    }
    const taken = await takeOverHeld(tx.db, ticket.id, { personId, at: tx.now() });
    const sent = await sendApproved(tx, {
      ticket,
      author: "agent",
      personId,
      attemptId: null,
      settles: taken.map((id) => ({ id, reviewState: "held", sentMessageId: null })),
      text,
      html,
      thenStatus: input.thenStatus,
      takeOver: input.takeOver,
      because: "A person replied.",
    });
    for (const attemptId of taken) {
      await recordEvent(tx, "draft.taken_over", { ticketId: ticket.id, attemptId });
    }
    await clearWriting(tx, { ticketId: ticket.id, kind: "reply" });
    if (ticket.assigneeId === null) {
      await updateTicket(tx.db, ticket.id, { assigneeId: personId }, tx.now());
      const { teamId } = ticket;
      await recordEvent(tx, "ticket.assigned", { ticketId: ticket.id, personId, teamId });
    }
    return sent;
  });
}

/** @throws `conflict` when it is not of this ticket, or not sent; `forbidden` for who is no reviewer */
async function sentOf(ctx: Context, ticketId: string, attemptId: string): Promise<OpenAttempt> {
  const open = await openAttempt(ctx, attemptId);
  if (open.ticket.id !== ticketId || open.attempt.reviewState !== "flagged") {
    throw new AppError("conflict", "There is no sent reply to correct in this ticket.");
  }
  return open;
}
