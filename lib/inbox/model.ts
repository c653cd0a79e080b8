import { z } from "zod";
import { DeliveryView } from "../channel/model";
import { OnboardingStep, TIERS, Usage } from "../customer/model";
import { Role } from "../person/model";
import { Decision, type RejectReason, ReviewState } from "../resolve/model";
import { AttemptView } from "../review/model";
import {
  Author,
  Channel,
  LINK_KINDS,
  Priority,
  Reason,
  ScoredIntent,
  TicketStatus,
} from "../ticket/model";

const iso = z.iso.datetime();

/** Queues that every desk has; a team's queue is called by the team's id, `team_…`. */
export const FIXED_QUEUES = [
  "mine",
  "unassigned",
  "open",
  "snoozed",
  "review",
  "held",
  "sent",
] as const;
export type FixedQueue = (typeof FIXED_QUEUES)[number];
export const TEAM_PREFIX = "team";
export const QueueName = z.union([
  z.enum(FIXED_QUEUES),
  z.string().regex(/^team_[0-9a-z]{26}$/, "is not a queue"),
]);

export const QueueSort = z.enum(["newest", "waiting"]);
export type QueueSort = z.infer<typeof QueueSort>;

/** Rows of one page of a queue. */
export const QUEUE_PAGE = 50;

export const QueueQuery = z.object({
  queue: QueueName,
  sort: QueueSort.default("newest"),
  /** Where the page before ended: `next` of that page. */
  before: z.string().max(120).optional(),
});
export type QueueQuery = z.output<typeof QueueQuery>;

/** What a badge shows: the stored decision, never a recomputed one. */
export const Badge = z.object({
  decision: Decision,
  reviewState: ReviewState,
  /** Probability 0…1. */
  confidence: z.number(),
});
export type Badge = z.infer<typeof Badge>;

const named = z.object({ id: z.string(), name: z.string() });

export const QueueRow = z.object({
  /** Public id, `t_…`. */
  id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  customer: z.string(),
  /** The newest public message's first words, and who wrote it. */
  snippet: z.object({ author: Author, name: z.string().nullable(), text: z.string() }).nullable(),
  status: TicketStatus,
  priority: Priority,
  category: z.string(),
  intent: z.string().nullable(),
  team: z.string().nullable(),
  assignee: named.nullable(),
  waitingSince: iso.nullable(),
  updatedAt: iso,
  snoozedUntil: iso.nullable(),
  duplicate: z.boolean(),
  nextTryAt: iso.nullable(),
  badge: Badge.nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueuePage = z.object({ rows: z.array(QueueRow), next: z.string().nullable() });
export type QueuePage = z.infer<typeof QueuePage>;

export const QueueCounts = z.object({
  mine: z.number().int(),
  unassigned: z.number().int(),
  open: z.number().int(),
  snoozed: z.number().int(),
  review: z.number().int(),
  held: z.number().int(),
  sent: z.number().int(),
  /** Id as in the queue's name, `team_…`; open tickets of that team. */
  teams: z.array(named.extend({ open: z.number().int() })),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** Who looks at the screen, and what may be offered to them. */
export const Viewer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  may: z.object({ settleFlagged: z.boolean(), outbox: z.boolean(), settings: z.boolean() }),
});
export type Viewer = z.infer<typeof Viewer>;

export const Pick = z.array(named);
export type Pick = z.infer<typeof Pick>;

export const MessageView = z.object({
  id: z.string(),
  kind: z.string(),
  author: Author,
  name: z.string(),
  /** Who approved a reply of the AI. */
  approvedBy: z.string().nullable(),
  /** Address the message came from; null where there is none. */
  address: z.string().nullable(),
  public: z.boolean(),
  text: z.string(),
  landedBecause: z.string(),
  /** Until then a person's reply waits and can be taken back; null once it may leave. */
  leavesAt: iso.nullable(),
  attachments: z.array(z.object({ url: z.string(), name: z.string().optional() })),
  delivery: DeliveryView.nullable(),
  createdAt: iso,
});
export type MessageView = z.infer<typeof MessageView>;

/** One line of the timeline, in plain words. */
export const EventView = z.object({
  id: z.string(),
  type: z.string(),
  actor: z.string(),
  text: z.string(),
  /** Why, rule by rule or reason by reason; shown in the full timeline. */
  details: z.array(z.string()),
  /** A moment that the text ends with. */
  until: iso.nullable(),
  /** The decision of routing behind it, where one is kept. */
  routingId: z.string().nullable(),
  /** Stands in the conversation; the others only in the full timeline. */
  folded: z.boolean(),
  createdAt: iso,
});
export type EventView = z.infer<typeof EventView>;

const ticketLink = z.object({
  id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  status: TicketStatus,
});
export type TicketLink = z.infer<typeof ticketLink>;

export const CustomerView = z.object({
  id: z.string(),
  name: z.string(),
  aiStopped: z.boolean(),
  emails: z.array(z.string()),
  telephones: z.array(z.string()),
  account: z.object({
    name: z.string(),
    tier: z.enum(TIERS),
    seats: z.number().int(),
    since: iso,
    trialUntil: iso.nullable(),
    onboarding: z.array(OnboardingStep),
    usage: Usage,
  }),
  billing: z.array(
    z.object({
      kind: z.string(),
      detail: z.string(),
      amountCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      at: iso,
    }),
  ),
  /** Newest first, without the ticket itself; of the whole account. */
  earlier: z.array(ticketLink),
});
export type CustomerView = z.infer<typeof CustomerView>;

export const TicketView = z.object({
  id: z.string(),
  number: z.number().int(),
  channel: Channel,
  source: z.string(),
  subject: z.string(),
  status: TicketStatus,
  priority: Priority,
  priorityReasons: z.array(Reason),
  category: z.string(),
  intents: z.array(ScoredIntent),
  sentiment: z.number().nullable(),
  tags: z.array(z.string()),
  summary: z.string().nullable(),
  escalationReason: z.string().nullable(),
  toolsUsed: z.array(z.string()),
  team: named.nullable(),
  assignee: named.nullable(),
  waitingSince: iso.nullable(),
  version: z.number().int(),
  demo: z.boolean(),
  historic: z.boolean(),
  createdAt: iso,
  linked: ticketLink.extend({ kind: z.enum(LINK_KINDS) }).nullable(),
  snoozedUntil: iso.nullable(),
  /** Tickets that are merged into this one, and could be taken out again. */
  merges: z.array(z.object({ id: z.string(), source: ticketLink, by: z.string(), at: iso })),
  /** Drafts made for the newest question, and when the desk tries again by itself. */
  followUp: z
    .object({ tried: z.number().int(), of: z.number().int(), nextAt: iso.nullable() })
    .nullable(),
  /** Why the AI only drafts here; empty when it may answer. */
  aiStoppedBecause: z.array(z.string()),
  customer: CustomerView,
  messages: z.array(MessageView),
  /** True when older messages are not in `messages`. */
  moreMessages: z.boolean(),
  events: z.array(EventView),
  /** The most urgent open draft, else the newest. */
  attempt: AttemptView.nullable(),
});
export type TicketView = z.infer<typeof TicketView>;

/** What merging one ticket into another would do. Nothing has happened yet. */
const mergeSide = ticketLink.extend({
  customer: z.string(),
  account: z.string(),
  messages: z.number().int(),
});
export const MergePreview = z.object({
  source: mergeSide,
  target: mergeSide,
  /** Messages that would go over. */
  moves: z.number().int(),
  warnings: z.array(z.string()),
  /** People of one company would read what the other wrote. */
  acrossAccounts: z.boolean(),
  /** Why it can't be done; null when it can. */
  problem: z.string().nullable(),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** Colleagues who are writing on a ticket at this moment. */
export const Writers = z.array(named);
export type Writers = z.infer<typeof Writers>;

export const TicketQuery = z.object({ id: z.string().max(60) });
export type TicketQuery = z.output<typeof TicketQuery>;

/** A probability cut, not rounded, to two decimals: 0.8499 → "0.84". */
export function cut2(value: number): string {
  // Compared as doubles, because 0.29 * 100 is 28.999… and 0.8499999999999999 must not become 0.85.
  const nearest = Math.round(value * 100);
  const hundredths = nearest / 100 > value ? nearest - 1 : nearest;
  return (hundredths / 100).toFixed(2);
}

/** "bug_report" → "Bug report". */
export function intentWords(intent: string): string {
  const words = intent.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const STATUS_WORDS: Record<TicketStatus, string> = {
  open: "Open",
  in_progress: "In progress",
  pending_customer: "Pending customer",
  resolved: "Resolved",
  closed: "Closed",
};

export const DECISION_WORDS: Record<Decision, string> = {
  sent: "Sent automatically",
  sent_flagged: "Sent, flagged for review",
  held: "Draft held",
};

export const REJECT_WORDS: Record<RejectReason, string> = {
  wrong_answer: "Wrong answer",
  wrong_tone: "Wrong tone",
  missing_step: "A step is missing",
  not_allowed: "Not allowed to say",
  other: "Something else",
};
