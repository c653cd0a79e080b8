import { z } from "zod";
import {
  ConfidencePart,
  Decision,
  DraftSentence,
  RejectReason,
  ReviewState,
  Source,
} from "../resolve/model";
import { AccountFacts, TriedStep } from "../route/model";
import { Priority, Reason, ScoredIntent } from "../ticket/model";

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
  byHand: z
    .object({ team: z.boolean(), priority: z.boolean() })
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
