import { type Context, requirePermission, requirePerson } from "../platform/context";
import type { PresenceRef } from "./inputs";
import { endReply } from "./lease-store";
import { removeViewer, setViewer } from "./look-store";
import { ofTicket } from "./missing-ticket";
import { LOOK_SECONDS } from "./model";

/**
 * Says that the person looks at a ticket. Said again, it keeps them there; safe to repeat.
 *
 * @throws `not_found`
 */
export async function lookAtTicket(
  ctx: Context,
  { ticketId }: PresenceRef,
): Promise<Record<string, never>> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  const at = ctx.now();
  const until = new Date(at.getTime() + LOOK_SECONDS * 1000);
  await ofTicket(setViewer(ctx.db, { ticketId, personId }, at, until));
  return {};
}

/** Says that the person has left a ticket: its reply is free for others, too. */
export async function leaveTicket(
  ctx: Context,
  { ticketId }: PresenceRef,
): Promise<Record<string, never>> {
  requirePermission(ctx, "ticket.read");
  const place = { ticketId, personId: requirePerson(ctx) };
  await removeViewer(ctx.db, place);
  await endReply(ctx.db, place);
  return {};
}
