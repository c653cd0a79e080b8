import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { messageById, moveTicket, newerCustomerMessage, updateTicket } from "../ticket";
import { type OpenAttempt, openAttempt } from "./open-attempt";
import type { ApproveDraftInput } from "./review-inputs";
import { undoable } from "./review-undo";
import { type Settled, sendDraft, settleOrRefuse } from "./send-draft";
import { refuseIfChanged } from "./verdict";

/**
 * Accepts a reply of the AI. A held draft is sent, as written or as edited, and the ticket is
 * resolved once it is delivered; a flagged one was sent already, so the ticket is resolved now.
 *
 * In a category of four eyes the first person's approval sends nothing, and the reply stays held.
 *
 * @throws `conflict` when somebody was faster or looks at it now, the draft is stale or not what the
 *   person has seen, or there is nowhere to send it
 */
export async function approveDraft(ctx: Context, input: ApproveDraftInput): Promise<Settled> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const open = await openAttempt(tx, input.attemptId);
    if (open.attempt.reviewState === "held") return sendDraft(tx, open, personId, input);
    refuseIfChanged(open.attempt, input.seen);
    if (input.text !== undefined && input.text !== open.attempt.draft?.trim()) {
      throw new AppError("conflict", "This reply has been sent already. Correct it instead.");
    }
    return approveFlagged(tx, open, personId);
  });
}

/** The ticket stays as it is when the customer has written again, or a person has settled it. */
async function approveFlagged(ctx: Context, open: OpenAttempt, personId: string): Promise<Settled> {
  const { attempt, ticket } = open;
  const said = { verdict: "approve", text: attempt.sentText ?? attempt.draft } as const;
  await settleOrRefuse(ctx, attempt, personId, { reviewState: "approved" }, said);
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
  const way = await undoable(ctx, open);
  await recordEvent(ctx, "draft.approved", {
    ticketId: ticket.id,
    attemptId: attempt.id,
    edited: false,
    ...way.told,
  });
  return { reviewState: "approved", messageId: null, undoUntil: way.undoUntil };
}
