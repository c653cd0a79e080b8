import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { reopenUnanswered } from "../ticket";
import { openAttempt } from "./open-attempt";
import type { RejectDraftInput } from "./review-inputs";
import { type Settled, settleOrRefuse } from "./send-draft";

/** Refuses a reply of the AI and gives the ticket to its team, waiting for a person's answer. */
export async function rejectDraft(ctx: Context, input: RejectDraftInput): Promise<Settled> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const { attempt, ticket } = await openAttempt(tx, input.attemptId);
    const { reason, note } = input;
    await settleOrRefuse(tx, attempt, personId, {
      reviewState: "rejected",
      rejectReason: reason,
      rejectNote: note || null,
    });
    await recordEvent(tx, "draft.rejected", {
      ticketId: ticket.id,
      attemptId: attempt.id,
      reason,
      note,
    });
    await reopenUnanswered(tx, {
      ticketId: ticket.id,
      mover: "person",
      because: "A person rejected the draft.",
    });
    return { reviewState: "rejected", messageId: null, undoUntil: null };
  });
}
