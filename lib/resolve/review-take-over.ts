import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { reopenUnanswered, updateTicket } from "../ticket";
import { openAttempt } from "./open-attempt";
import type { TakeOverInput } from "./review-inputs";
import { undoable } from "./review-undo";
import { type Settled, settleOrRefuse } from "./send-draft";
import { refuseIfChanged } from "./verdict";

/** Sets a draft aside and gives its ticket, open, to whoever will answer it: themselves. */
export async function takeOver(ctx: Context, input: TakeOverInput): Promise<Settled> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const open = await openAttempt(tx, input.attemptId);
    const { attempt, ticket } = open;
    refuseIfChanged(attempt, input.seen);
    const said = { verdict: "take_over", text: null } as const;
    // What became of a reply that was sent stays told.
    const outcome = attempt.reviewState === "held" ? { outcome: "taken over" } : {};
    await settleOrRefuse(tx, attempt, personId, { reviewState: "none", ...outcome }, said);
    await reopenUnanswered(tx, {
      ticketId: ticket.id,
      mover: "person",
      because: "A person took it over from the review.",
    });
    if (ticket.assigneeId !== personId) {
      await updateTicket(tx.db, ticket.id, { assigneeId: personId }, tx.now());
      const { id: ticketId, teamId } = ticket;
      await recordEvent(tx, "ticket.assigned", { ticketId, personId, teamId });
    }
    const way = await undoable(tx, open);
    await recordEvent(tx, "draft.taken_over", {
      ticketId: ticket.id,
      attemptId: attempt.id,
      ...way.told,
    });
    return { reviewState: "none", messageId: null, undoUntil: way.undoUntil };
  });
}
