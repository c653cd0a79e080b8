import { deliverReply } from "./deliver";
import type { EventName, EventPayload } from "./event/model";
import {
  learnApproval,
  learnArticle,
  learnConfirmation,
  learnRejection,
  learnReopening,
  learnReply,
  notePriority,
  noteTakeOver,
  rebuildAfterErasure,
  sweepOutcomes,
  unlearnReply,
} from "./learn";
import type { Job } from "./platform/jobs";
import {
  draftReply,
  noteOutcome,
  onArticle,
  setAsideDraft,
  sweep,
  sweepTickets,
  takeUp,
} from "./resolve";
import { routeTicket, summariseTicket } from "./route";

/** A job that accepts what event `E` tells. Wiring a job to the wrong event does not compile. */
type Follower<E extends EventName> = Pick<Job<EventPayload<E>>, "name" | "runRaw"> & {
  run: (...args: Parameters<Job<EventPayload<E>>["run"]>) => Promise<string>;
};

/**
 * The whole product on one page: what follows what.
 *
 *   channel -> ingest -> [message.received] -> route -> [ticket.routed] -> resolve
 *     -> [reply.approved] -> deliver -> [reply.delivered]
 *     -> [reply.approved], [draft.approved], [message.received], … -> learn -> predictor, knowledge
 *
 * Events that are not named here are told to the timeline and to open browsers only.
 */
export const pipeline: { [E in EventName]?: readonly Follower<E>[] } = {
  "message.received": [routeTicket, learnReopening],
  "message.confirmed": [learnConfirmation],
  "ticket.context_added": [summariseTicket],
  "ticket.routed": [draftReply],
  "draft.approved": [learnApproval],
  "draft.rejected": [learnRejection],
  "draft.taken_over": [noteTakeOver],
  "reply.approved": [deliverReply, learnReply],
  "reply.undone": [unlearnReply],
  "reply.delivered": [noteOutcome],
  "reply.failed": [noteOutcome],
  "ticket.priority_changed": [notePriority],
  "message.moved": [setAsideDraft],
  "ticket.linked": [setAsideDraft],
  "article.saved": [onArticle, learnArticle],
  "demo.removed": [rebuildAfterErasure],
};

/** Jobs that other jobs and people send, rather than an event. */
export const byItself: readonly Pick<Job<never>, "name" | "runRaw">[] = [takeUp];

/** Jobs of the clock: sent once a minute, by whichever process is first. */
export const everyMinute: readonly Pick<Job<object>, "name" | "runRaw">[] = [
  sweep,
  sweepTickets,
  sweepOutcomes,
];
