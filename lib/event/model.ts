import { z } from "zod";
import { ARTICLE_STATES } from "../knowledge/model";
import { Decision, RejectReason, ReviewState } from "../resolve/model";
import { TriedStep } from "../route/model";
import { LINK_KINDS, Priority, Reason, ScoredIntent, TicketStatus } from "../ticket/model";

const id = z.uuid();
const ticket = z.object({ ticketId: id });
/** What follows must not begin before this time: silence on chats, the time to undo a reply. */
const notBefore = z.iso.datetime().optional();

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
  }),
  "draft.approved": ticket.extend({ attemptId: id, edited: z.boolean() }),
  "draft.rejected": ticket.extend({ attemptId: id, reason: RejectReason, note: z.string() }),
  /** A person answered instead of sending the held draft. */
  "draft.taken_over": ticket.extend({ attemptId: id }),
  "reply.approved": ticket.extend({
    messageId: id,
    attemptId: id.nullable(),
    /** What the ticket becomes once the reply is sent; null: it stays. */
    thenStatus: TicketStatus.nullable(),
    notBefore,
    /** What the ticket was before a person sent it, to put back when they undo it. */
    undo: z
      .object({
        status: TicketStatus,
        waitingSince: z.iso.datetime().nullable(),
        firstResponseAt: z.iso.datetime().nullable(),
        assigneeId: id.nullable(),
        resolvedAt: z.iso.datetime().nullish(),
        closedAt: z.iso.datetime().nullish(),
        /** Attempts that the reply settled, with the review state and the sent message they had. */
        attempts: z.array(z.object({ id, reviewState: ReviewState, sentMessageId: id.nullish() })),
      })
      .optional(),
  }),
  /** A person took a reply back before it left. The message is gone; its text is theirs again. */
  "reply.undone": ticket.extend({ messageId: id }),
  "reply.delivered": ticket.extend({ messageId: id, deliveryId: id, transport: z.string() }),
  "reply.failed": ticket.extend({
    messageId: id,
    deliveryId: id,
    error: z.string(),
    final: z.boolean(),
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
  "ai.switched": z.object({
    scope: z.enum(["team", "customer"]),
    id,
    stopped: z.boolean(),
  }),
  "job.replayed": z.object({ jobId: z.string(), name: z.string() }),
  "job.discarded": z.object({ jobId: z.string(), name: z.string() }),
  "note.added": ticket.extend({ messageId: id }),
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
  "rule.target_missing": z.object({
    rule: z.string(),
    team: z.string(),
    /** Named where the person, and not the team, is who has left. */
    personId: id.optional(),
  }),
  "ingest.body_differs": z.object({ connectionId: id, externalId: z.string() }),
  "setting.changed": z.object({ name: z.string() }),
  "demo.removed": z.object({ tickets: z.number().int() }),
  "person.created": z.object({ personId: id, role: z.string() }),
  "person.signed_in": z.object({ personId: id }),
  "person.password_reset": z.object({ personId: id }),
  "connection.created": z.object({ connectionId: id }),
  "api_key.created": z.object({ connectionId: id, apiKeyId: id }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]>;
