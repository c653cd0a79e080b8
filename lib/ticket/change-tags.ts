import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { expectVersion } from "./expect-version";
import type { ChangeTagsInput } from "./inputs";
import { LIMITS } from "./model";
import { lockTicket, updateTicket } from "./store";

/** Puts tags on a ticket and takes others off. Safe to repeat. */
export async function changeTags(
  ctx: Context,
  { ticketId, add, remove, expectedVersion }: ChangeTagsInput,
): Promise<{ tags: string[] }> {
  requirePermission(ctx, "ticket.write");
  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, ticketId);
    expectVersion(ticket, expectedVersion);
    const kept = ticket.tags.filter((tag) => !remove.includes(tag));
    const tags = [...new Set([...kept, ...add])];
    if (tags.length > LIMITS.tags) {
      throw new AppError("invalid", `A ticket has at most ${LIMITS.tags} tags.`, {
        fields: { add: [`at most ${LIMITS.tags} in all`] },
      });
    }
    const added = tags.filter((tag) => !ticket.tags.includes(tag));
    const removed = ticket.tags.filter((tag) => !tags.includes(tag));
    if (added.length > 0 || removed.length > 0) {
      await updateTicket(tx.db, ticket.id, { tags }, tx.now());
      await recordEvent(tx, "ticket.tagged", { ticketId: ticket.id, added, removed });
    }
    return { tags };
  });
}
