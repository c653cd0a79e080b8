import { z } from "zod";
import { BandOverride, Bands } from "../desk/model";
import { Decision } from "../resolve/model";
import { Lint, RuleChange, RuleDraft, RuleDrafts } from "../rule/model";

export const BACKTEST_KINDS = ["rules", "bands"] as const;
export const BacktestKind = z.enum(BACKTEST_KINDS);
export type BacktestKind = z.infer<typeof BacktestKind>;

export const BACKTEST_STATES = ["queued", "running", "done", "cancelled", "failed"] as const;
const BacktestState = z.enum(BACKTEST_STATES);

/** Past tickets that a back-test may look at. */
const MOST_TICKETS = 100_000;
const last = z.number().int().min(1).max(MOST_TICKETS);

/** Rules to try on the newest `last` routings, with what was known at the time. */
export const RulesTrial = z.object({ rules: RuleDrafts, last });
export type RulesTrial = z.infer<typeof RulesTrial>;

/** Bands to try on the newest `last` drafts. */
export const BandsTrial = z.object({
  bands: Bands,
  overrides: z.array(BandOverride).max(200),
  last,
});
export type BandsTrial = z.infer<typeof BandsTrial>;

/** What people later did to a ticket that would change. `unknown`: nothing, which proves nothing. */
const BY_HAND = ["agrees", "disagrees", "unknown"] as const;
const ByHandVerdict = z.enum(BY_HAND);
export type ByHandVerdict = z.infer<typeof ByHandVerdict>;

/** One decision that would have been another. Ids and names of the desk, no words of customers. */
const ChangedTicket = z.object({
  /** Public id, `t_…`. */
  id: z.string(),
  number: z.number().int(),
  before: z.string(),
  after: z.string(),
  byHand: ByHandVerdict,
});

/** What rules decide, part by part. */
export const PARTS = ["team", "priority", "ai", "tags", "assignee", "sla"] as const;
export type Part = (typeof PARTS)[number];

const ChangedPart = z.object({
  count: z.number().int(),
  agrees: z.number().int(),
  disagrees: z.number().int(),
  unknown: z.number().int(),
  /** The commonest changes: from what to what, and how often. */
  pairs: z.array(z.object({ before: z.string(), after: z.string(), count: z.number().int() })),
  /** The newest ones. */
  tickets: z.array(ChangedTicket),
});
export type ChangedPart = z.infer<typeof ChangedPart>;

/** What the tried rules would have done otherwise than those in force. */
export const RulesResult = z.object({
  /** Version of the rules in force that they are compared with. */
  against: z.number().int(),
  /** Decisions looked at. */
  looked: z.number().int(),
  /** Left out: of an early version, which kept too little. */
  skipped: z.number().int(),
  /** A condition asked for something that was not kept then, so it did not match. */
  unknown: z.number().int(),
  /** Decisions with any change. */
  changed: z.number().int(),
  parts: z.object({
    team: ChangedPart,
    priority: ChangedPart,
    ai: ChangedPart,
    tags: ChangedPart,
    assignee: ChangedPart,
    sla: ChangedPart,
  }),
  /** How often each rule matched, now and with the change; null where it is not there. */
  matches: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      before: z.number().int().nullable(),
      after: z.number().int().nullable(),
    }),
  ),
  milliseconds: z.number(),
});
export type RulesResult = z.infer<typeof RulesResult>;

/** Drafts are counted by confidence in so many steps of the same width. */
export const DRAFT_BINS = 100;

const BandCount = z.object({
  n: z.number().int(),
  right: z.number().int(),
  wrong: z.number().int(),
  /** People have said nothing of them. */
  unknown: z.number().int(),
});
export type BandCount = z.infer<typeof BandCount>;

const ByDecision = z.object({ sent: BandCount, sent_flagged: BandCount, held: BandCount });

/** What the tried bands would have done otherwise than those in force. */
export const BandsResult = z.object({
  looked: z.number().int(),
  /** Held whatever the bands say: a guard, a rule, nothing to say, four eyes. */
  blocked: z.number().int(),
  /** Left out: of an early version, which kept too little. */
  skipped: z.number().int(),
  /** The others by confidence: number `i` holds those from i/100 on. */
  bins: z.array(BandCount),
  /** What became, and what would have become, of the others. */
  before: ByDecision,
  after: ByDecision,
  moved: z.array(
    z.object({
      from: Decision,
      to: Decision,
      count: BandCount,
      /** The newest ones. */
      tickets: z.array(
        z.object({
          id: z.string(),
          number: z.number().int(),
          confidence: z.number(),
          verdict: z.enum(["right", "wrong", "unknown"]),
        }),
      ),
    }),
  ),
});
export type BandsResult = z.infer<typeof BandsResult>;

export const BacktestRef = z.object({ id: z.uuid() });

export const BacktestView = z.object({
  id: z.uuid(),
  kind: BacktestKind,
  state: BacktestState,
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** Read by the kind's own schema. */
  result: z.record(z.string(), z.unknown()).nullable(),
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type BacktestView = z.infer<typeof BacktestView>;

const named = z.object({ slug: z.string(), name: z.string() });

/** What there is on the desk for rules to ask for and to give to. */
export const RuleTargets = z.object({
  intents: z.array(named),
  categories: z.array(named),
  teams: z.array(z.string()),
  /** Where tickets go when a rule's team is gone. */
  fallback: z.string().nullable(),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), here: z.boolean() })),
  tags: z.array(z.string()),
  sources: z.array(z.string()),
  /** Promises in force. */
  policies: z.array(z.string()),
});
export type RuleTargets = z.infer<typeof RuleTargets>;

/** Rules as they are being written: each in a sentence, what is odd, what would change. */
export const RulesCheck = z.object({
  summaries: z.record(z.string(), z.string()),
  lints: z.array(Lint),
  /** Against the rules in force. */
  changes: z.array(RuleChange),
});
export type RulesCheck = z.infer<typeof RulesCheck>;

/** Saved states of all rules, the newest first. */
export const VersionsView = z.object({
  versions: z.array(
    z.object({
      number: z.number().int(),
      comment: z.string(),
      /** Null: the desk itself, or somebody who is gone. */
      by: z.string().nullable(),
      at: z.iso.datetime(),
      restoredFrom: z.number().int().nullable(),
      /** Against the version before. */
      changes: z.array(RuleChange),
      rules: z.array(RuleDraft),
    }),
  ),
});
export type VersionsView = z.infer<typeof VersionsView>;
