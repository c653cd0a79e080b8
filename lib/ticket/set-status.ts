import { type Context, requirePermission, transaction } from "../platform/context";
import { expectVersion } from "./expect-version";
import type { SetStatusInput } from "./inputs";
import type { TicketStatus } from "./model";
import { moveTicket } from "./move-ticket";
import { lockTicket } from "./store";

/** Moves a ticket by hand. @throws `conflict` for a move that people may not make */
export async function setStatus(
  ctx: Context,
  input: SetStatusInput,
): Promise<{ status: TicketStatus }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    expectVersion(await lockTicket(tx.db, input.ticketId), input.expectedVersion);
    await moveTicket(tx, {
      ticketId: input.ticketId,
      to: input.status,
      mover: "person",
      because: "Set by hand.",
    });
    return { status: input.status };
  });
}
