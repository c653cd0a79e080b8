import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { lockTicket, type SetStatusInput, setStatus } from "../ticket";
import type { TicketStatus } from "../ticket/model";
import { takeOverHeld } from "./review-store";

/**
 * Moves a ticket by hand. When that ends it, its held drafts are set aside: nobody should be asked
 * to review an answer that is not needed any more.
 */
export async function changeStatus(
  ctx: Context,
  input: SetStatusInput,
): Promise<{ status: TicketStatus }> {
  requirePermission(ctx, "ticket.write");
  return transaction(ctx, async (tx) => {
    const { id: ticketId } = await lockTicket(tx.db, input.ticketId);
    const done = await setStatus(tx, input);
    if (input.status === "resolved" || input.status === "closed") {
      const by = { personId: requirePerson(tx), at: tx.now() };
      for (const attemptId of await takeOverHeld(tx.db, ticketId, by)) {
        await recordEvent(tx, "draft.taken_over", { ticketId, attemptId });
      }
    }
    return done;
  });
}
