import { type eventById, eventsOfTicket } from "../event";
import { EVENTS } from "../event/model";
import { teamFor } from "../person";
import type { Context } from "../platform/context";
import type { LabelSpace } from "../predictor/model";
import type { Ticket } from "../ticket";

export type LabelChange = { space: LabelSpace; from: string | null; to: string | null };
type Event = NonNullable<Awaited<ReturnType<typeof eventById>>>;

/** Which label an event changed. @returns null when it changed none, or was overtaken by another */
export async function labelChange(
  ctx: Context,
  event: Event,
  ticket: Ticket,
): Promise<LabelChange | null> {
  const change = await changeIn(ctx, event, ticket.id);
  const now: Record<LabelSpace, string | null> = {
    intent: ticket.primaryIntent,
    category: ticket.category,
    priority: ticket.priority,
    team: ticket.teamId,
  };
  return change && now[change.space] === change.to ? change : null;
}

async function changeIn(
  ctx: Context,
  { id, type, payload }: Event,
  ticketId: string,
): Promise<LabelChange | null> {
  switch (type) {
    case "ticket.relabelled": {
      const { label, from, to } = EVENTS[type].parse(payload);
      return { space: label, from, to };
    }
    case "ticket.priority_changed": {
      const { from, to } = EVENTS[type].parse(payload);
      return { space: "priority", from, to };
    }
    case "ticket.assigned": {
      const { teamId } = EVENTS[type].parse(payload);
      const from = await teamBefore(ctx, ticketId, id);
      return from === teamId ? null : { space: "team", from, to: teamId };
    }
    default:
      return null;
  }
}

/** Routing names its team; a person, or a rule that chose one, gives it by its id. */
async function teamBefore(ctx: Context, ticketId: string, eventId: string): Promise<string | null> {
  const told = await eventsOfTicket(ctx.db, ticketId, ["ticket.assigned", "ticket.routed"]);
  const place = told.findIndex(({ id }) => id === eventId);
  const last = told.slice(0, Math.max(0, place)).at(-1);
  if (!last) return null;
  if (last.type === "ticket.assigned") return EVENTS["ticket.assigned"].parse(last.payload).teamId;
  const name = typeof last.payload.team === "string" ? last.payload.team : "";
  const team = await teamFor(ctx.db, name);
  return team && !team.missing ? team.id : null;
}
