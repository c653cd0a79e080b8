import { tellPerson } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import type { HoldReplyInput, PresenceRef } from "./inputs";
import { endReply, replyLeaseOf, takeReply } from "./lease-store";
import { ofTicket } from "./missing-ticket";
import { REPLY_LEASE_SECONDS, type ReplyHold } from "./model";

/**
 * Takes the reply to a ticket for whoever types it: others see it, and can't send theirs until it is
 * given back, left for a minute, or taken over. Called again, it is kept.
 *
 * @throws `not_found`
 */
export async function holdReply(ctx: Context, input: HoldReplyInput): Promise<ReplyHold> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);
  const { ticketId, takeOver } = input;

  const held = transaction(ctx, async (tx) => {
    const at = tx.now();
    const until = new Date(at.getTime() + REPLY_LEASE_SECONDS * 1000);
    const before = takeOver ? await replyLeaseOf(tx.db, ticketId, at) : null;
    const mine = await takeReply(tx.db, { ticketId, personId, at, until, takeOver });
    // Typing wakes nobody; whoever lost their reply must know before they send it.
    if (before && before.personId !== personId) await tellPerson(tx.db, before.personId);
    const lease = await replyLeaseOf(tx.db, ticketId, at);
    return { mine, since: (lease?.since ?? at).toISOString() };
  });
  return ofTicket(held);
}

/** Gives the reply back: nothing is written any more. Somebody else's stays theirs. */
export async function leaveReply(ctx: Context, { ticketId }: PresenceRef): Promise<object> {
  requirePermission(ctx, "ticket.reply");
  await endReply(ctx.db, { ticketId, personId: requirePerson(ctx) });
  return {};
}
