import { type Context, requirePermission, transaction } from "../platform/context";
import { expectVersion } from "./expect-version";
import type { SetStatusInput } from "./inputs";
import { isSettled, type TicketStatus } from "./model";
import { moveTicket } from "./move-ticket";
import { lockTicket, updateTicket } from "./store";
import { waitFrom } from "./wait-store";

/**
 * Moves a ticket by hand. One that opens again waits again for what nobody has answered.
 *
 * @throws `conflict` for a move that people may not make
 */
export async function setStatus(
  ctx: Context,
  input: SetStatusInput,
): Promise<{ status: TicketStatus }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    await moveTicket(tx, {
      ticketId: input.ticketId,
      to: input.status,
      mover: "person",
      because: "Set by hand.",
    });
    if (isSettled(ticket.status) && !isSettled(input.status)) {
      const waitingSince = await waitFrom(tx.db, ticket.id);
      if (waitingSince) await updateTicket(tx.db, ticket.id, { waitingSince }, tx.now());
    }
    return { status: input.status };
  });
}
