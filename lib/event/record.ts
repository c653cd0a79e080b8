import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import { count } from "../platform/metrics";
import { EVENTS, type EventName, type EventPayload } from "./model";
import { insertEvent } from "./store";

/** The job that expands an event into those that the pipeline names for it. */
export const FOLLOW = "follow";

/** What browsers listen to; the payload is a ticket id, or the event's name where there is none. */
export const LIVE_CHANNEL = "deskhand_live";

/** Events that nothing follows need no job. `lib/runner.ts` fails to start when this is wrong. */
export const FOLLOWED: ReadonlySet<EventName> = new Set([
  "message.received",
  "ticket.context_added",
  "ticket.routed",
  "message.confirmed",
  "draft.proposed",
  "draft.approved",
  "draft.rejected",
  "draft.taken_over",
  "reply.approved",
  "reply.undone",
  "ticket.relabelled",
  "ticket.priority_changed",
  "ticket.assigned",
  "ticket.woken",
  "ticket.merged",
  "note.added",
  "demo.removed",
  "model.shadowed",
  "reply.delivered",
  "reply.failed",
  "correction.learned",
  "article.saved",
  "csat.received",
  "message.moved",
  "person.changed",
  "label.changed",
  "tag.changed",
  "team.changed",
  "prediction.changed",
  "ticket.linked",
  "ticket.opened",
  "ticket.status_changed",
  "ticket.tagged",
  "ticket.unmerged",
  "review.asked",
  "review.seconded",
  "review.undone",
  "sla.warned",
  "sla.breached",
  "sla.changed",
  "customer.changed",
]);

/**
 * Writes what happened. Call it inside the transaction that made the change.
 *
 * @throws {z.ZodError} when the payload is not what the event promises
 */
export async function recordEvent<E extends EventName>(
  ctx: Context,
  type: E,
  payload: EventPayload<E>,
): Promise<string> {
  const checked = EVENTS[type].parse(payload);
  counted(type, checked);
  const ticketId = "ticketId" in checked ? checked.ticketId : null;
  const eventId = newId();
  // Not one after the other: on a server, what is sent together costs one round trip.
  await Promise.all([
    insertEvent(
      ctx.db,
      { id: eventId, type, ticketId, payload: checked, ...actorOf(ctx), createdAt: ctx.now() },
      LIVE_CHANNEL,
    ),
    FOLLOWED.has(type) ? ctx.jobs.send(ctx.db, FOLLOW, { eventId }) : undefined,
  ]);
  return eventId;
}

/**
 * For monitoring. Counted before the commit, so a transaction that fails after this counts too:
 * a trend for people, not a ledger.
 */
function counted(type: EventName, payload: object): void {
  count("events", { type });
  if (type === "draft.proposed") count("attempts", { decision: wordOf(payload, "decision") });
  const final = Reflect.get(payload, "final") === true;
  const result = { "reply.delivered": "sent", "reply.failed": final ? "failed" : "refused" }[
    type as string
  ];
  if (result) count("deliveries", { transport: wordOf(payload, "transport"), result });
}

const wordOf = (payload: object, key: string) => String(Reflect.get(payload, key) ?? "");

function actorOf(ctx: Context): {
  actorType: "person" | "job" | "connection" | "system";
  actorId: string;
} {
  const { actor } = ctx;
  switch (actor.type) {
    case "person":
      return { actorType: "person", actorId: actor.personId };
    case "connection":
      return { actorType: "connection", actorId: actor.connectionId };
    case "job":
    case "system":
      return { actorType: actor.type, actorId: actor.name };
  }
}
