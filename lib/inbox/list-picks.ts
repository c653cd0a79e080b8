import { type Context, requirePermission } from "../platform/context";
import type { Pick } from "./model";
import { activePeople, allTeams } from "./queue-store";

/** Whom a ticket can be given to. */
export async function listPeople(ctx: Context): Promise<Pick> {
  requirePermission(ctx, "ticket.read");
  return activePeople(ctx.db);
}

export async function listTeams(ctx: Context): Promise<Pick> {
  requirePermission(ctx, "ticket.read");
  return allTeams(ctx.db);
}
