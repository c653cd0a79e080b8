import { z } from "zod";
import { CHANNEL_EVENTS } from "../channel/model";
import { CUSTOMER_EVENTS } from "../customer/model";
import { CONTENT_EVENTS } from "../desk/model";
import { ARTICLE_STATES } from "../knowledge/model";
import { LabelSpace, SignalEffect, SignalKind } from "../predictor/model";
import { Decision, RejectReason, ReviewState, Verdict } from "../resolve/model";
import { TriedStep } from "../route/model";
import { SLA_EVENTS } from "../sla/model";
import { LINK_KINDS, Priority, Reason, ScoredIntent, TicketStatus } from "../ticket/model";
import { TOOL_EVENTS } from "../tool/model";
import { VIEW_EVENTS } from "../view/model";

const id = z.uuid();
const ticket = z.object({ ticketId: id });
const count = z.number().int();
const names = z.array(z.string());
/** What changed, as it was stored before and after; absent in events of earlier versions. */
const values = { before: z.unknown().optional(), after: z.unknown().optional() };
const words = { before: z.string().optional(), after: z.string().optional() };
/** What follows must not begin before this time: silence on chats, the time to undo a reply. */
const notBefore = z.iso.datetime().optional();

/** What a ticket and its drafts were before a person's reply or verdict, to put back on undo. */
const Before = z.object({
  status: TicketStatus,
  waitingSince: z.iso.datetime().nullable(),
  firstResponseAt: z.iso.datetime().nullable(),
  assigneeId: id.nullable(),
  resolvedAt: z.iso.datetime().nullish(),
  closedAt: z.iso.datetime().nullish(),
  /** Attempts that it settled, with the review state and the sent message they had. */
  attempts: z.array(z.object({ id, reviewState: ReviewState, sentMessageId: id.nullish() })),
});
/** A verdict that sends nothing waits for its undo, too: until then nothing is learned from it. */
const undoable = { notBefore, undo: Before.optional() };

/** Everything that can happen on a desk, and what is told of it. Ids, not names or texts. */
export const EVENTS = {
  "message.received": ticket.extend({
    messageId: id,
    /** `created`: a new ticket; `joined`: one that was there. */
    outcome: z.enum(["created", "joined"]),
    /** Why it landed here, in plain words. */
    because: z.string(),
  }),
  /** A message that only thanks or confirms: a good outcome. Nothing follows. */
  "message.confirmed": ticket.extend({ messageId: id, because: z.string() }),
  /** A ticket that began without a customer's message: a tool's result, or an outcome. */
  "ticket.opened": ticket.extend({ because: z.string() }),
  /** Another system told more of a conversation that it has handed over. */
  "ticket.context_added": ticket.extend({
    /** Turns that the thread lacked. */
    turns: z.number().int(),
    /** Names of tools that an AI agent had run. */
    tools: z.array(z.string()),
    /** A reason for the escalation came with it. */
    escalated: z.boolean(),
  }),
  "ticket.routed": ticket.extend({
    messageId: id,
    intents: z.array(ScoredIntent),
    category: z.string(),
    priority: Priority,
    reasons: z.array(Reason),
    /** What was learned, where it decided: label by label. */
    learned: z
      .array(
        z.object({
          space: LabelSpace,
          label: z.string(),
          confidence: z.number(),
          /** Tickets that people gave it. */
          examples: z.number().int().optional(),
        }),
      )
      .optional(),
    team: z.string(),
    rules: z.array(z.object({ name: z.string(), matched: z.boolean(), why: z.string() })),
    aiMayAnswer: z.boolean(),
    /** Why the AI may only draft, in plain words. */
    aiMayNotBecause: z.array(z.string()).optional(),
    sentiment: z.number().min(-1).max(1).optional(),
    sentimentReasons: z.array(Reason).optional(),
    /** Two letters; null when the text is too short to tell. */
    language: z.string().nullable().optional(),
    /** What the customer has already tried, in their words. */
    tried: z.array(TriedStep).optional(),
    /** No intent was found: a kind that nobody has described yet. */
    novel: z.boolean().optional(),
    /** The account as it was when the ticket was routed. */
    account: z.record(z.string(), z.unknown()).optional(),
    /** The whole decision with its inputs: a row of `routings`. */
    routingId: id.optional(),
    /** Whom a rule gave it to, or why to nobody. */
    assignedBecause: z.string().optional(),
    /** It began with a greeting, and its subject is now its first question. */
    retitled: z.boolean().optional(),
    notBefore,
  }),
  "draft.proposed": ticket.extend({
    attemptId: id,
    decision: Decision,
    confidence: z.number().min(0).max(1),
    because: z.string(),
    /** A confident reply that is reviewed anyway. */
    sampled: z.boolean().optional(),
  }),
  "draft.approved": ticket.extend({ attemptId: id, edited: z.boolean(), ...undoable }),
  "draft.rejected": ticket.extend({
    attemptId: id,
    reason: RejectReason,
    note: z.string(),
    ...undoable,
  }),
  /** A person answers instead: themselves, or as the one who took the ticket from the review. */
  "draft.taken_over": ticket.extend({ attemptId: id, ...undoable }),
  "reply.approved": ticket.extend({
    messageId: id,
    attemptId: id.nullable(),
    /** What the ticket becomes once the reply is sent; null: it stays. */
    thenStatus: TicketStatus.nullable(),
    notBefore,
    undo: Before.optional(),
  }),
  /** A person took a reply back before it left. The message is gone; its text is theirs again. */
  "reply.undone": ticket.extend({ messageId: id }),
  "reply.delivered": ticket.extend({ messageId: id, deliveryId: id, transport: z.string() }),
  "reply.failed": ticket.extend({
    ...{ messageId: id, deliveryId: id, error: z.string(), final: z.boolean() },
    /** What a final failure has made of the delivery. */
    state: z.enum(["failed", "unknown", "cancelled"]).optional(),
  }),
  /** An admin's decision about a delivery that had not succeeded. */
  "delivery.changed": ticket.extend({ deliveryId: id, change: z.enum(["retried", "cancelled"]) }),
  "ticket.status_changed": ticket.extend({
    from: TicketStatus,
    to: TicketStatus,
    because: z.string(),
  }),
  "ticket.assigned": ticket.extend({ personId: id.nullable(), teamId: id.nullable() }),
  "ticket.priority_changed": ticket.extend({ from: Priority, to: Priority }),
  /** A person said what a ticket is about. Null: nothing known. */
  "ticket.relabelled": ticket.extend({
    label: z.enum(["intent", "category"]),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  /** What a correction changed for the tickets that were open. */
  "correction.learned": ticket.extend({
    signalId: id,
    kind: SignalKind,
    ...SignalEffect.shape,
  }),
  /** Tickets that the desk could answer now, and could not before. */
  "prediction.changed": z.object({ signalId: id, ticketIds: z.array(id) }),
  /** Its question is unlike anything seen. `size`: of its like, with this one. */
  "question.grouped": ticket.extend({ groupId: id, size: z.number().int() }),
  "question_group.changed": z.object({
    groupId: id,
    /** `answered`: people have, and the desk knows its kind now. */
    change: z.enum(["answered", "dismissed", "reopened", "article_linked"]),
  }),
  /** A customer rated a reply, 1 (bad) to 5 (good). */
  "csat.received": ticket.extend({
    ratingId: id,
    messageId: id,
    score: z.number().int().min(1).max(5),
  }),
  /** A reviewer asked another one to look, or needs it no more. */
  "review.asked": ticket.extend({
    attemptId: id,
    personId: id.nullable(),
    withdrawn: z.boolean().optional(),
  }),
  /** A reviewer's word that did not settle the draft: four eyes are wanted. */
  "review.seconded": ticket.extend({ attemptId: id, verdict: Verdict }),
  /** A reviewer put a draft off, or looks at it now after all. */
  "review.put_off": ticket.extend({ attemptId: id, until: z.iso.datetime().nullable() }),
  /** A verdict that had sent nothing was taken back. */
  "review.undone": ticket.extend({ attemptId: id, verdict: Verdict }),
  "ticket.tagged": ticket.extend({ added: z.array(z.string()), removed: z.array(z.string()) }),
  "ticket.linked": ticket.extend({
    linkedTicketId: id,
    because: z.string(),
    kind: z.enum(LINK_KINDS).optional(),
  }),
  "ticket.snoozed": ticket.extend({ until: z.iso.datetime() }),
  /** The snooze is over: its time has come, the customer has written, or a person ended it. */
  "ticket.woken": ticket.extend({ because: z.string() }),
  /** Told on both tickets; `role` says which this one is. */
  "ticket.merged": ticket.extend({
    mergeId: id,
    role: z.enum(["source", "target"]),
    otherTicketId: id,
    messages: z.number().int(),
  }),
  "ticket.unmerged": ticket.extend({
    mergeId: id,
    role: z.enum(["source", "target"]),
    otherTicketId: id,
  }),
  /** Told on both tickets. */
  "message.moved": ticket.extend({
    messageId: id,
    fromTicketId: id,
    toTicketId: id,
    /** True when the other ticket was made for it. */
    split: z.boolean(),
  }),
  /** A held ticket was taken up again: new knowledge, or the follow-up cycle. */
  "ticket.taken_up": ticket.extend({
    messageId: id,
    /** 2 for the first time after the first draft. */
    round: z.number().int().min(2),
    because: z.string(),
  }),
  /** The one acknowledgement that a held ticket may get. */
  "acknowledgement.sent": ticket.extend({ messageId: id }),
  /** The AI was stopped or let on again, for a team, or one customer. The desk's own is a setting. */
  "ai.switched": z.object({ scope: z.enum(["team", "customer"]), id, stopped: z.boolean() }),
  ...CUSTOMER_EVENTS,
  ...SLA_EVENTS,
  "job.replayed": z.object({ jobId: z.string(), name: z.string() }),
  "job.discarded": z.object({ jobId: z.string(), name: z.string() }),
  /** `mentions`: people who are called by it. */
  "note.added": ticket.extend({ messageId: id, mentions: z.array(id).optional() }),
  "article.saved": z.object({
    articleId: id,
    state: z.enum(ARTICLE_STATES),
    /** It came with the demo desk, whose tickets were drafted with it: nothing is taken up. */
    filled: z.boolean().optional(),
  }),
  /** A reviewer took back what the desk had learned from something. */
  "signal.undone": z.object({ signalId: id, kind: z.string(), ticketId: id.optional() }),
  /** An answer was released to everyone, retired, changed, or put together with another. */
  "answer.changed": z.object({
    answerId: id,
    change: z.enum(["released", "retired", "restored", "merged", "edited"]),
  }),
  "model.rolled_back": z.object({ number: z.number().int() }),
  /** A configuration of the predictor began to predict in the shadow, or stopped. */
  "model.shadowed": z.object({ number: count, on: z.boolean() }),
  "model.promoted": z.object({ number: z.number().int() }),
  /** It solved fewer of the regression cases than the one that answers. */
  "model.refused": z.object({ number: count, solved: count, before: count, cases: count }),
  "rules.saved": z.object({
    version: z.number().int(),
    restoredFrom: z.number().int().optional(),
    /** Names of rules, for the audit log. */
    ...{ added: names, removed: names, changed: names },
  }),
  "person.invited": z.object({ inviteId: id, role: z.string() }),
  "invite.revoked": z.object({ inviteId: id }),
  "person.changed": z.object({
    personId: id,
    change: z.enum(["role", "areas", "teams", "capacity", "away", "back", "disabled", "enabled"]),
    ...values,
  }),
  "team.changed": z.object({
    teamId: id,
    change: z.enum(["created", "renamed", "removed", "fallback"]),
    ...words,
  }),
  "session.ended": z.object({ personId: id, sessions: z.number().int() }),
  /** Of the fields that changed, what they were and are; of a key only that there is one. */
  "llm.provider_changed": z.object({
    providerId: id,
    change: z.enum(["added", "changed", "removed", "restored"]),
    ...values,
  }),
  ...CHANNEL_EVENTS,
  /** A category or an intent was added, renamed, merged, split, archived or brought back. */
  "label.changed": z.object({
    space: z.enum(["category", "intent"]),
    slug: z.string(),
    change: z.enum(["added", "renamed", "merged", "split", "archived", "restored"]),
    into: z.string().optional(),
    ...words,
  }),
  ...VIEW_EVENTS,
  ...CONTENT_EVENTS,
  ...TOOL_EVENTS,
  "rule.target_missing": z.object({
    rule: z.string(),
    team: z.string(),
    /** Named where the person, and not the team, is who has left. */
    personId: id.optional(),
  }),
  "ingest.body_differs": z.object({ connectionId: id, externalId: z.string() }),
  "setting.changed": z.object({ name: z.string(), ...values }),
  "demo.removed": z.object({ tickets: z.number().int() }),
  "person.created": z.object({ personId: id, role: z.string() }),
  "person.signed_in": z.object({ personId: id }),
  "person.password_reset": z.object({ personId: id }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]>;
