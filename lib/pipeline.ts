import { deliverReply } from "./deliver";
import type { EventName, EventPayload } from "./event/model";
import type { Job } from "./platform/jobs";
import { draftReply } from "./resolve";
import { routeTicket } from "./route";

/** A job that accepts what event `E` tells. Wiring a job to the wrong event does not compile. */
type Follower<E extends EventName> = Pick<Job<EventPayload<E>>, "name" | "runRaw"> & {
  run: (...args: Parameters<Job<EventPayload<E>>["run"]>) => Promise<string>;
};

/**
 * The whole product on one page: what follows what.
 *
 *   channel -> ingest -> [message.received] -> route -> [ticket.routed] -> resolve
 *     -> [reply.approved] -> deliver -> [reply.delivered]
 *
 * Events that are not named here are told to the timeline and to open browsers only.
 */
export const pipeline: { [E in EventName]?: readonly Follower<E>[] } = {
  "message.received": [routeTicket],
  "ticket.routed": [draftReply],
  "reply.approved": [deliverReply],
};

/** Jobs that other jobs and people send, rather than an event. */
export const byItself: readonly Pick<Job<never>, "name" | "runRaw">[] = [];

/** Jobs of the clock: sent once a minute, by whichever process is first. */
export const everyMinute: readonly Pick<Job<object>, "name" | "runRaw">[] = [];
