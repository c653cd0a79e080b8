import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { expectVersion } from "./expect-version";
import type { SetPriorityInput } from "./inputs";
import type { Priority } from "./model";
import { lockTicket, updateTicket } from "./store";

/** Sets the priority by hand; its reasons say so, instead of those that the rules had found. */
export async function setPriority(
  ctx: Context,
  input: SetPriorityInput,
): Promise<{ priority: Priority }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    if (ticket.priority !== input.priority) {
      await updateTicket(
        tx.db,
        ticket.id,
        { priority: input.priority, priorityReasons: [{ text: "Set by hand.", evidence: [] }] },
        tx.now(),
      );
      await recordEvent(tx, "ticket.priority_changed", {
        ticketId: ticket.id,
        from: ticket.priority,
        to: input.priority,
      });
    }
    return { priority: input.priority };
  });
}
