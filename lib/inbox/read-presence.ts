import { type Context, requirePermission, requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import type { Presence } from "../presence/model";
import { TICKET_PREFIX } from "../ticket/model";
import { presenceRows } from "./presence-store";

/** Where everybody else is now, in order of their names. Asked often, so it reads nothing but that. */
export async function readPresence(ctx: Context): Promise<Presence[]> {
  requirePermission(ctx, "ticket.read");
  const rows = await presenceRows(ctx.db, ctx.now(), requirePerson(ctx));
  return rows.map((row) => ({
    ticketId: toPublicId(TICKET_PREFIX, row.ticket_id),
    person: { id: row.person_id, name: row.name },
    doing: row.doing,
    since: row.since === null ? null : new Date(row.since).toISOString(),
  }));
}
