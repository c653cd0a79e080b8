import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { reopenUnanswered } from "../ticket";
import { openAttempt } from "./open-attempt";
import type { RejectDraftInput } from "./review-inputs";
import { undoable } from "./review-undo";
import { type Settled, settleOrRefuse } from "./send-draft";
import { refuseIfChanged } from "./verdict";

/** Refuses a reply of the AI and gives the ticket to its team, waiting for a person's answer. */
export async function rejectDraft(ctx: Context, input: RejectDraftInput): Promise<Settled> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const open = await openAttempt(tx, input.attemptId);
    const { attempt, ticket } = open;
    const { reason, note } = input;
    refuseIfChanged(attempt, input.seen);
    const settlement = { reviewState: "rejected", rejectReason: reason } as const;
    const said = { verdict: "reject", text: null, reason, note } as const;
    await settleOrRefuse(tx, attempt, personId, { ...settlement, rejectNote: note || null }, said);
    await reopenUnanswered(tx, {
      ticketId: ticket.id,
      mover: "person",
      because: "A person rejected the draft.",
    });
    const way = await undoable(tx, open);
    await recordEvent(tx, "draft.rejected", {
      ticketId: ticket.id,
      attemptId: attempt.id,
      reason,
      note,
      ...way.told,
    });
    return { reviewState: "rejected", messageId: null, undoUntil: way.undoUntil };
  });
}
