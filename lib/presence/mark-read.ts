import { type Context, requirePermission, requirePerson } from "../platform/context";
import type { PresenceRef } from "./inputs";
import { removeRead, setRead } from "./look-store";
import { ofTicket } from "./missing-ticket";

/** Says that the person has read all that a ticket holds now. @throws `not_found` */
export async function markRead(
  ctx: Context,
  { ticketId }: PresenceRef,
): Promise<{ readAt: string }> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  const readAt = ctx.now();
  await ofTicket(setRead(ctx.db, { ticketId, personId }, readAt));
  return { readAt: readAt.toISOString() };
}

/** Puts a ticket back among those that the person has not read. */
export async function markUnread(ctx: Context, { ticketId }: PresenceRef): Promise<object> {
  requirePermission(ctx, "ticket.read");
  await removeRead(ctx.db, { ticketId, personId: requirePerson(ctx) });
  return {};
}
