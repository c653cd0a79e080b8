import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { messageById, moveTicket, newerCustomerMessage, updateTicket } from "../ticket";
import { type OpenAttempt, openAttempt } from "./open-attempt";
import type { ApproveDraftInput } from "./review-inputs";
import { type Settled, sendDraft, settleOrRefuse } from "./send-draft";

/**
 * Accepts a reply of the AI. A held draft is sent, as written or as edited, and the ticket is
 * resolved once it is delivered; a flagged one was sent already, so the ticket is resolved now.
 *
 * @throws `conflict` when somebody was faster, the draft is stale, or there is nowhere to send it
 */
export async function approveDraft(ctx: Context, input: ApproveDraftInput): Promise<Settled> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const open = await openAttempt(tx, input.attemptId);
    if (open.attempt.reviewState === "held") return sendDraft(tx, open, personId, input.text);
    if (input.text !== undefined && input.text !== open.attempt.draft?.trim()) {
      throw new AppError("conflict", "This reply has been sent already. Correct it instead.");
    }
    return approveFlagged(tx, open, personId);
  });
}

/** The ticket stays as it is when the customer has written again, or a person has settled it. */
async function approveFlagged(
  ctx: Context,
  { attempt, ticket }: OpenAttempt,
  personId: string,
): Promise<Settled> {
  await settleOrRefuse(ctx, attempt, personId, { reviewState: "approved" });
  await recordEvent(ctx, "draft.approved", {
    ticketId: ticket.id,
    attemptId: attempt.id,
    edited: false,
  });
  const answered = await messageById(ctx.db, attempt.answersMessageId);
  const writtenAgain = answered !== null && (await newerCustomerMessage(ctx.db, answered));
  const waiting = ticket.status === "pending_customer" || ticket.status === "in_progress";
  if (waiting && !writtenAgain) {
    await moveTicket(ctx, {
      ticketId: ticket.id,
      to: "resolved",
      mover: "person",
      because: "A reviewer approved the reply that was sent.",
    });
    const resolution = attempt.sentText ?? attempt.draft;
    await updateTicket(ctx.db, ticket.id, { resolution }, ctx.now());
  }
  return { reviewState: "approved", messageId: null, undoUntil: null };
}
