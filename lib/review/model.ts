import { z } from "zod";
import { TIERS } from "../customer/model";
import {
  ConfidencePart,
  Decision,
  DraftSentence,
  RejectReason,
  ReviewState,
  Source,
} from "../resolve/model";
import { AccountFacts, Learned, LearnedLabel, TriedStep } from "../route/model";
import { Author, Channel, Priority, Reason, ScoredIntent, TicketStatus } from "../ticket/model";

const iso = z.iso.datetime();

export const RecordsQuery = z.object({
  /** The ticket, `t_…`. */
  id: z.string().max(60),
  /** Present: the browser keeps the answer as a file. */
  download: z.string().max(10).optional(),
});
export type RecordsQuery = z.output<typeof RecordsQuery>;

const ticket = z.object({ id: z.string(), number: z.number().int() });

/** One draft as it was made, with everything it was made from and what became of it. */
export const AttemptRecord = z.object({
  id: z.string(),
  answersMessageId: z.string(),
  /** 1 for the first draft to that message. */
  round: z.number().int(),
  /** What it knew, as it was stored. Later versions add to it. */
  snapshot: z.record(z.string(), z.unknown()),
  draft: z.string().nullable(),
  sentences: z.array(DraftSentence),
  sources: z.array(Source),
  /** Probability 0…1. */
  confidence: z.number(),
  parts: z.array(ConfidencePart),
  model: z.string(),
  modelVersion: z.string(),
  decision: Decision,
  decisionReason: z.string(),
  reviewState: ReviewState,
  reviewer: z.string().nullable(),
  reviewedAt: iso.nullable(),
  rejectReason: RejectReason.nullable(),
  rejectNote: z.string().nullable(),
  /** What went out because of it; differs from `draft` when corrected. */
  sentText: z.string().nullable(),
  sentMessageId: z.string().nullable(),
  /** State of the delivery of what went out; null where there is none yet. */
  delivery: z.string().nullable(),
  sentAt: iso.nullable(),
  outcome: z.string().nullable(),
  createdAt: iso,
});
export type AttemptRecord = z.infer<typeof AttemptRecord>;

/** All drafts of a ticket, newest first. */
export const AttemptsView = z.object({ ticket, attempts: z.array(AttemptRecord) });
export type AttemptsView = z.infer<typeof AttemptsView>;

const rule = z.object({ name: z.string(), matched: z.boolean(), why: z.string() });

/** What an earlier or later version stored differently reads as "not known". */
const Inputs = z.looseObject({
  text: z.string().catch(""),
  account: AccountFacts.nullable().catch(null),
  history: z
    .object({
      recent: z.number(),
      messages: z.number(),
      intents: z.array(z.string().nullable()),
    })
    .nullable()
    .catch(null),
  caller: z
    .object({ priority: z.string().nullable(), category: z.string().nullable() })
    .catch({ priority: null, category: null }),
  learned: Learned.catch({}),
  byHand: z
    .object({
      team: z.boolean(),
      priority: z.boolean(),
      category: z.boolean().optional(),
      intent: z.boolean().optional(),
    })
    .catch({ team: false, priority: false }),
});

const Outcome = z.looseObject({
  intents: z.array(ScoredIntent).catch([]),
  novel: z.boolean().catch(false),
  category: z.string().catch(""),
  priority: Priority.nullable().catch(null),
  reasons: z.array(Reason).catch([]),
  sentiment: z.number().nullable().catch(null),
  sentimentReasons: z.array(Reason).catch([]),
  language: z.string().nullable().catch(null),
  tried: z.array(TriedStep).catch([]),
  team: z.string().catch(""),
  tags: z.array(z.string()).catch([]),
  rules: z.array(rule).catch([]),
  aiMayNotBecause: z.array(z.string()).catch([]),
  learned: z.array(LearnedLabel).catch([]),
});

/** One decision of routing: what it looked at, and what it made of it. */
export const RoutingRecord = z.object({
  id: z.string(),
  messageId: z.string(),
  /** The classifier: `keywords`, or the name of what was learned. */
  model: z.string(),
  aiMayAnswer: z.boolean(),
  inputs: Inputs,
  outcome: Outcome,
  createdAt: iso,
});
export type RoutingRecord = z.infer<typeof RoutingRecord>;

/** All decisions of routing about a ticket, newest first. */
export const RoutingsView = z.object({ ticket, routings: z.array(RoutingRecord) });
export type RoutingsView = z.infer<typeof RoutingsView>;

/** The draft that a ticket's page shows: the most urgent open one, else the newest. */
export const AttemptView = z.object({
  id: z.string(),
  draft: z.string().nullable(),
  sentences: z.array(DraftSentence),
  sources: z.array(Source),
  confidence: z.number(),
  parts: z.array(ConfidencePart),
  /** Steps the customer had already tried, so the draft leaves them out. */
  leftOut: z.array(z.string()),
  decision: Decision,
  decisionReason: z.string(),
  reviewState: ReviewState,
  reviewer: z.string().nullable(),
  reviewedAt: iso.nullable(),
  rejectReason: z.string().nullable(),
  rejectNote: z.string().nullable(),
  model: z.string(),
  /** True when the customer has written since. */
  stale: z.boolean(),
  createdAt: iso,
});
export type AttemptView = z.infer<typeof AttemptView>;

/** Why a draft is in the review queue. */
export const REVIEW_KINDS = ["second", "four_eyes", "flagged", "held", "sampled"] as const;
export const ReviewKind = z.enum(REVIEW_KINDS);
export type ReviewKind = z.infer<typeof ReviewKind>;

const Shown = z.enum([...REVIEW_KINDS, "later"]);
const share = z.coerce.number().min(0).max(1);

/** What of the queue is shown; it stands in the address of the page. */
export const ReviewQuery = z.object({
  /** `later`: put off, or waiting for a colleague's word. */
  kind: Shown.optional(),
  category: z.string().max(64).optional(),
  channel: Channel.optional(),
  /** A team's id. */
  team: z.uuid().optional(),
  /** Confidence, from and to, 0..1. */
  from: share.optional(),
  to: share.optional(),
  /** Tickets of the person who asks. */
  whose: z.literal("mine").optional(),
});
export type ReviewQuery = z.output<typeof ReviewQuery>;

const named = z.object({ id: z.string(), name: z.string() });

/** One draft that waits for a person. */
export const ReviewRow = z.object({
  /** The attempt. */
  id: z.string(),
  ticketId: z.string(),
  number: z.number().int(),
  subject: z.string(),
  customer: z.string(),
  kind: ReviewKind,
  decision: Decision,
  reviewState: ReviewState,
  confidence: z.number(),
  category: z.string(),
  channel: Channel,
  priority: Priority,
  /** Why it comes so early, in plain words, what weighs most first. */
  because: z.array(z.string()),
  /** Somebody else looks at it now. */
  with: named.nullable(),
  /** Rows of the same value say nearly the same; null: there is no other. */
  alike: z.string().nullable(),
  createdAt: iso,
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** Most rows that the queue shows; all of them are counted. */
export const REVIEW_ROWS = 300;

export const ReviewList = z.object({
  /** Riskiest first. */
  rows: z.array(ReviewRow),
  /** Of each kind, within the other filters. */
  counts: z.record(Shown, z.number().int()),
});
export type ReviewList = z.infer<typeof ReviewList>;

/** A stretch of a source; `used`: the draft rests on it. */
const piece = z.object({ text: z.string(), used: z.boolean() });
export type Piece = z.infer<typeof piece>;

export const SourceView = z.object({
  title: z.string(),
  /** Null: not an article, or one that is gone. */
  articleId: z.string().nullable(),
  /** The source as it reads now, around what was used. */
  pieces: z.array(piece),
  /** What was used does not stand there any more. */
  changed: z.boolean(),
});
export type SourceView = z.infer<typeof SourceView>;

const ticketLink = z.object({ id: z.string(), number: z.number().int() });

export const SimilarTicket = ticketLink.extend({
  question: z.string(),
  answer: z.string(),
  /** It was answered as this draft answers. */
  same: z.boolean(),
  /** What became of it; null: nothing is known. */
  outcome: z.string().nullable(),
  sentAt: iso,
});
export type SimilarTicket = z.infer<typeof SimilarTicket>;

/** Everything that deciding about one draft needs. */
export const ReviewItem = z.object({
  id: z.string(),
  kind: ReviewKind,
  attempt: AttemptView,
  /** What the customer has got; null while nothing was sent. */
  sentText: z.string().nullable(),
  sampleRate: z.number().nullable(),
  ticket: ticketLink.extend({
    subject: z.string(),
    channel: Channel,
    category: z.string(),
    intent: z.string().nullable(),
    priority: Priority,
    status: TicketStatus,
    team: z.string().nullable(),
    escalationReason: z.string().nullable(),
    sentiment: z.number().nullable(),
  }),
  /** The newest public messages, oldest first. */
  thread: z.array(named.extend({ author: Author, text: z.string(), createdAt: iso })),
  sources: z.array(SourceView),
  similar: z.array(SimilarTicket),
  customer: z.object({
    name: z.string(),
    account: z.string(),
    tier: z.enum(TIERS),
    seats: z.number().int(),
    trialUntil: iso.nullable(),
    open: z.array(ticketLink.extend({ subject: z.string() })),
    billing: z.array(z.object({ kind: z.string(), detail: z.string(), at: iso })),
  }),
  /** Who asked for a second look, of whom (null: any other), and why. */
  look: z.object({ by: named, of: named.nullable(), note: z.string() }).nullable(),
  /** In a category of four eyes: who has approved which words; null: nobody yet. */
  approved: z.object({ by: named, text: z.string() }).nullable(),
  fourEyes: z.boolean(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** What reviewers have done. Shares are 0..1; null: nothing to measure. */
export const ReviewFigures = z.object({
  reviewed: z.number().int(),
  /** Seconds from opening an item to the verdict, median. */
  seconds: z.number().nullable(),
  /** Approved as it was. */
  unchanged: z.number().nullable(),
  /** Of the characters, where a held draft was changed. */
  edited: z.number().nullable(),
});
export type ReviewFigures = z.infer<typeof ReviewFigures>;

export const ReviewMeasures = z.object({
  today: ReviewFigures,
  /** Drafts of the last 30 days that two people have judged, and on how many they agreed. */
  agreement: z.object({ pairs: z.number().int(), agreed: z.number().int() }),
  /** The last 30 days, for admins; null for others. */
  people: z.array(named.extend({ figures: ReviewFigures })).nullable(),
});
export type ReviewMeasures = z.infer<typeof ReviewMeasures>;
