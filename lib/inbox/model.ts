import { z } from "zod";
import { DeliveryView } from "../channel/model";
import { RatingView } from "../csat/model";
import { OnboardingStep, TIERS, Usage } from "../customer/model";
import { LabelView } from "../desk/model";
import { Role } from "../person/model";
import type { Decision, RejectReason } from "../resolve/model";
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
import { QueueQuery, ViewSort } from "../view/model";

export {
  Badge,
  FIXED_QUEUES,
  type FixedQueue,
  QUEUE_PAGE,
  QueueName,
  QueuePage,
  QueueQuery,
  QueueRow,
  TEAM_PREFIX,
  ViewSort as QueueSort,
} from "../view/model";

export { COUNT_LIMIT, cut2, intentWords, STATUS_WORDS } from "./terms";

const iso = z.iso.datetime();

const named = z.object({ id: z.string(), name: z.string() });

const count = z.number().int();

export const QueueCounts = z.object({
  mine: count,
  unassigned: count,
  breaching: count,
  mentions: count,
  open: count,
  /** Not counted: it is every ticket that there ever was. */
  all: z.null(),
  snoozed: count,
  review: count,
  held: count,
  sent: count,
  /** Id as in the queue's name, `team_…`; open tickets of that team. */
  teams: z.array(named.extend({ open: count })),
  /** Saved views, own ones first, with the order that each is kept with. */
  views: z.array(
    named.extend({
      shared: z.boolean(),
      own: z.boolean(),
      sort: ViewSort,
      count,
      /** There are more than `count`. */
      more: z.boolean(),
    }),
  ),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

export const WhyQuery = QueueQuery.omit({ before: true }).extend({ id: z.string().max(60) });
export type WhyQuery = z.output<typeof WhyQuery>;

/** Why a ticket stands in a list, a reason each, in plain words; empty when it does not. */
export const WhyHere = z.object({ reasons: z.array(z.string()) });
export type WhyHere = z.infer<typeof WhyHere>;

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
  /** The same with formatting, cleaned for a page; null where it is only words. */
  html: z.string().nullable(),
  landedBecause: z.string(),
  /** Address of the page that the customer was looking at, as the sender told it. */
  page: z.string().nullable(),
  /** Until then a person's reply waits and can be taken back; null once it may leave. */
  leavesAt: iso.nullable(),
  attachments: z.array(z.object({ url: z.string(), name: z.string().optional() })),
  delivery: DeliveryView.nullable(),
  /** What the customer said of it. */
  rating: RatingView.nullable(),
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
  labels: z.object({ category: LabelView, intent: LabelView }),
  intents: z.array(ScoredIntent),
  sentiment: z.number().nullable(),
  tags: z.array(z.string()),
  summary: z.string().nullable(),
  escalationReason: z.string().nullable(),
  toolsUsed: z.array(z.string()),
  /** How the customer's mood has moved over the thread, −1..1; null while there is one message. */
  sentimentTrend: z.number().nullable(),
  team: named.nullable(),
  assignee: named.nullable(),
  waitingSince: iso.nullable(),
  /** Up to when whoever asks had read it before; null: never. */
  readAt: iso.nullable(),
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

export const TicketQuery = z.object({ id: z.string().max(60) });
export type TicketQuery = z.output<typeof TicketQuery>;

/** Messages before one that is known. */
export const EarlierQuery = TicketQuery.extend({ before: z.uuid() });
export type EarlierQuery = z.output<typeof EarlierQuery>;
export const EarlierMessages = z.object({ messages: z.array(MessageView), more: z.boolean() });
export type EarlierMessages = z.infer<typeof EarlierMessages>;

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
