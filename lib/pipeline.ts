import { runBacktest } from "./backtest";
import { deliverReply, tellPeople } from "./deliver";
import type { EventName, EventPayload } from "./event/model";
import {
  backfillArticles,
  buildShadow,
  groupQuestion,
  judgePromotion,
  learnApproval,
  learnArticle,
  learnConfirmation,
  learnEscalation,
  learnLabel,
  learnRating,
  learnRejection,
  learnReopening,
  learnReply,
  noteTakeOver,
  rebuildAfterErasure,
  settleQuestion,
  shadowPredict,
  sweepOutcomes,
  sweepQuestions,
  tellEffect,
  unlearnReply,
} from "./learn";
import type { Job } from "./platform/jobs";
import {
  draftReply,
  handOver,
  modelShadow,
  noteOutcome,
  onArticle,
  onPrediction,
  setAsideDraft,
  sweep,
  sweepProposals,
  sweepTickets,
  takeUp,
  writeReply,
} from "./resolve";
import {
  followLabel,
  followTag,
  followTeam,
  keepClock,
  keepClocks,
  routeTicket,
  routeWithOpinion,
  summariseTicket,
  sweepClocks,
  weighAccount,
} from "./route";

/** What event `E` tells, and which event it was. */
type Told<E extends EventName> = EventPayload<E> & { eventId: string };

/** A job that accepts what event `E` tells. Wiring a job to the wrong event does not compile. */
type Follower<E extends EventName> = Pick<Job<Told<E>>, "name" | "runRaw"> & {
  run: (...args: Parameters<Job<Told<E>>["run"]>) => Promise<string>;
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
  "message.received": [routeTicket, learnReopening, tellPeople],
  "message.confirmed": [learnConfirmation, keepClock],
  "ticket.opened": [keepClock],
  "ticket.context_added": [summariseTicket, learnEscalation, keepClock],
  "ticket.routed": [draftReply, keepClock],
  "draft.proposed": [shadowPredict, groupQuestion],
  "draft.approved": [learnApproval],
  "draft.rejected": [learnRejection],
  "draft.taken_over": [noteTakeOver],
  "review.asked": [tellPeople],
  "review.seconded": [tellPeople],
  "review.undone": [keepClock],
  "reply.approved": [deliverReply, learnReply, tellPeople, keepClock],
  "reply.undone": [unlearnReply, keepClock],
  "reply.delivered": [noteOutcome, keepClock],
  "reply.failed": [noteOutcome, keepClock, tellPeople],
  "ticket.status_changed": [keepClock],
  "ticket.tagged": [keepClock],
  "ticket.unmerged": [keepClock],
  "ticket.relabelled": [learnLabel, keepClock],
  "ticket.priority_changed": [learnLabel, keepClock],
  "ticket.assigned": [learnLabel, tellPeople],
  "ticket.woken": [tellPeople],
  "ticket.merged": [tellPeople, keepClock],
  "note.added": [tellPeople],
  "message.moved": [setAsideDraft, keepClock],
  "ticket.linked": [setAsideDraft],
  "csat.received": [learnRating],
  "correction.learned": [settleQuestion],
  "article.saved": [onArticle, learnArticle],
  "person.changed": [handOver],
  "label.changed": [followLabel],
  "tag.changed": [followTag],
  "team.changed": [followTeam],
  "prediction.changed": [onPrediction],
  "model.shadowed": [buildShadow],
  "sla.warned": [tellPeople],
  "sla.breached": [tellPeople],
  "sla.changed": [keepClocks],
  "customer.changed": [weighAccount],
  "demo.removed": [rebuildAfterErasure],
};

/** Jobs that other jobs and people send, rather than an event. */
export const byItself: readonly Pick<Job<never>, "name" | "runRaw">[] = [
  routeWithOpinion,
  writeReply,
  modelShadow,
  takeUp,
  tellEffect,
  backfillArticles,
  judgePromotion,
  runBacktest,
];

/** Jobs of the clock: sent once a minute, by whichever process is first. */
export const everyMinute: readonly Pick<Job<object>, "name" | "runRaw">[] = [
  sweep,
  sweepTickets,
  sweepProposals,
  sweepClocks,
  sweepOutcomes,
  sweepQuestions,
];
