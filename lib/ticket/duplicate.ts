import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { expectVersion } from "./expect-version";
import type { MarkDuplicateInput } from "./inputs";
import { moveTicket } from "./move-ticket";
import { lockTicket, ticketById, updateTicket } from "./store";

/**
 * Closes a ticket that says the same as another, and links it to that one. When its customer writes
 * again it opens again, like any other.
 *
 * @throws `invalid` for the ticket itself, or one that is a duplicate of this one
 */
export async function markDuplicate(
  ctx: Context,
  input: MarkDuplicateInput,
): Promise<{ status: "closed" }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    const other = await ticketById(tx.db, input.duplicateOf);
    if (other.id === ticket.id) throw notOf("is the ticket itself");
    if (other.linkKind === "duplicate" && other.linkedTicketId === ticket.id) {
      throw notOf("is marked as a duplicate of this ticket");
    }
    if (other.demo !== ticket.demo) throw notOf("belongs to the demo, or this ticket does");
    const because = `A person marked it as a duplicate of #${other.number}.`;
    await linkDuplicate(tx, { ticketId: ticket.id, linkedTicketId: other.id, because });
    await moveTicket(tx, { ticketId: ticket.id, to: "closed", mover: "person", because });
    return { status: "closed" };
  });
}

/** Says of which ticket one is a duplicate. Call it inside a transaction. */
export async function linkDuplicate(
  ctx: Context,
  link: { ticketId: string; linkedTicketId: string; because: string },
): Promise<void> {
  const { ticketId, linkedTicketId } = link;
  await updateTicket(ctx.db, ticketId, { linkedTicketId, linkKind: "duplicate" }, ctx.now());
  await recordEvent(ctx, "ticket.linked", { ...link, kind: "duplicate" });
}

const notOf = (why: string) =>
  new AppError("invalid", "Some fields are not right.", { fields: { duplicateOf: [why] } });
