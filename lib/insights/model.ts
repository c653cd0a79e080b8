import { z } from "zod";
import { ANSWER_STATES, ARTICLE_STATES } from "../knowledge/model";
import {
  ConfigState,
  EngineSettings,
  SignalEffect,
  SignalKind,
  VersionFigures,
} from "../predictor/model";

const iso = z.iso.datetime();

/** A row of the articles page. */
export const ArticleRow = z.object({
  id: z.string(),
  title: z.string(),
  slug: z.string(),
  category: z.string().nullable(),
  state: z.enum(ARTICLE_STATES),
  /** Tickets answered from it, and of those drafts accepted by people. */
  uses: z.number().int(),
  accepted: z.number().int(),
  updatedAt: iso,
});
export type ArticleRow = z.infer<typeof ArticleRow>;

export const ArticleView = ArticleRow.extend({
  /** Markdown. */
  body: z.string(),
  tags: z.array(z.string()),
  /** What replies may quote: its passages, when it is published. */
  passages: z.array(z.object({ title: z.string(), text: z.string() })),
});
export type ArticleView = z.infer<typeof ArticleView>;

/** A stretch of outcomes in a row, and what came in meanwhile. Shares in 0..1. */
export const CurvePoint = z.object({
  /** Outcomes up to and with this stretch. */
  outcomes: z.number().int(),
  count: z.number().int(),
  /** Of these tickets, how many were answered with the desk's draft as it was, or nearly. */
  accepted: z.number(),
  /** Of the drafts that were judged, how many were right; null when there were none. */
  right: z.number().nullable(),
  /** Questions that were drafted meanwhile, and the share unlike anything seen; null without any. */
  questions: z.number().int(),
  unknown: z.number().nullable(),
  until: iso,
});
export type CurvePoint = z.infer<typeof CurvePoint>;

export const ProgressView = z.object({
  /** Of a large desk the curve looks at one in so many drafts, and its counts are near, not exact. */
  every: z.number().int(),
  curve: z.array(CurvePoint),
  /** The newest outcomes, at most 200, and how many of them the desk's own draft answered. */
  latest: z.object({ count: z.number().int(), accepted: z.number().int() }),
});
export type ProgressView = z.infer<typeof ProgressView>;

/** Drafts of about one confidence: what was claimed, and how it ended. */
const CalibrationBin = z.object({
  /** Where the bin begins and ends, 0..1. */
  from: z.number(),
  to: z.number(),
  /** Mean confidence, 0..1. */
  claimed: z.number(),
  /** Share that was right, 0..1. */
  accepted: z.number(),
  count: z.number().int(),
});

export const CalibrationView = z.object({
  /** Those that hold any draft, in order. */
  bins: z.array(CalibrationBin),
  drafts: z.number().int(),
  /** Expected calibration error and Brier score, 0..1; null while no draft was judged. */
  error: z.number().nullable(),
  brier: z.number().nullable(),
  /**
   * Judged drafts at or above the confidence that sends by itself, and how many were right; one on
   * which its customer was silent counts as 0.3.
   */
  sure: z.object({ count: z.number(), accepted: z.number() }),
});
export type CalibrationView = z.infer<typeof CalibrationView>;

/** What people changed of what routing had said, week by week. */
export const LabelsView = z.object({
  weeks: z.array(
    z.object({
      /** Its Monday. */
      from: iso,
      routed: z.number().int(),
      intent: z.number().int(),
      category: z.number().int(),
      priority: z.number().int(),
      team: z.number().int(),
    }),
  ),
});
export type LabelsView = z.infer<typeof LabelsView>;

/** What customers said of replies, 1 (bad) to 5 (good). */
export const RatingsView = z.object({
  count: z.number().int(),
  mean: z.number().nullable(),
  weeks: z.array(z.object({ from: iso, count: z.number().int(), mean: z.number() })),
});
export type RatingsView = z.infer<typeof RatingsView>;

export const LedgerRow = z.object({
  id: z.string(),
  seq: z.number().int(),
  kind: SignalKind,
  ticket: z.object({ id: z.string(), number: z.number().int() }).nullable(),
  person: z.string().nullable(),
  /** What it is about, in words: an article's title, the beginning of an answer. */
  about: z.string().nullable(),
  question: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** What it changed for the tickets that were open; null while that is not known. */
  effect: SignalEffect.nullable(),
  at: iso,
  undoneAt: iso.nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** A page of the ledger, the newest first; `next` is where the one after it begins. */
export const LedgerQuery = z.object({
  kind: SignalKind.optional(),
  before: z.coerce.number().int().positive().optional(),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;
export const LedgerPage = z.object({ rows: z.array(LedgerRow), next: z.number().int().nullable() });
export type LedgerPage = z.infer<typeof LedgerPage>;

export const AnswersQuery = z.object({
  state: z.enum(ANSWER_STATES).optional(),
  /** Words that it holds. */
  q: z.string().trim().max(200).optional(),
  before: z.string().max(80).optional(),
});
export type AnswersQuery = z.infer<typeof AnswersQuery>;

/** An answer that people have sent. Of the accounts that got it only how many. */
export const AnswerRow = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  state: z.enum(ANSWER_STATES),
  uses: z.number().int(),
  accounts: z.number().int(),
  accepted: z.number().int(),
  lastUsedAt: iso.nullable(),
  createdAt: iso,
  article: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** The newest tickets that it was sent in. */
  tickets: z.array(z.object({ id: z.string(), number: z.number().int() })),
  /** Answers that were merged into it, by how they begin. */
  merged: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type AnswerRow = z.infer<typeof AnswerRow>;

export const AnswersPage = z.object({ rows: z.array(AnswerRow), next: z.string().nullable() });
export type AnswersPage = z.infer<typeof AnswersPage>;

/** Answers that say nearly the same; the one most used comes first. */
export const AlikeAnswers = z.object({
  groups: z.array(z.array(z.object({ id: z.string(), text: z.string(), uses: z.number().int() }))),
});
export type AlikeAnswers = z.infer<typeof AlikeAnswers>;

export const AnswerCounts = z.object({
  private: z.number().int(),
  released: z.number().int(),
  retired: z.number().int(),
});
export type AnswerCounts = z.infer<typeof AnswerCounts>;

const VersionRow = z.object({
  number: z.number().int(),
  figures: VersionFigures,
  at: iso,
});

/** A version that was kept, with what sets it apart from the one before. */
export const VersionLine = VersionRow.extend({
  /** In plain words: signals learned since, another configuration, another program. */
  differs: z.array(z.string()),
});
export type VersionLine = z.infer<typeof VersionLine>;

/** How the predictor is, was, or was to be set. */
export const ConfigLine = z.object({
  number: z.number().int(),
  state: ConfigState,
  settings: EngineSettings,
  note: z.string(),
  by: z.string().nullable(),
  at: iso,
  promotedAt: iso.nullable(),
  figures: VersionFigures.nullable(),
  /** Beginnings of corrected tickets that it gets wrong, with their numbers. */
  missed: z.array(z.object({ ticket: z.number().int().nullable(), question: z.string() })),
});
export type ConfigLine = z.infer<typeof ConfigLine>;

/** How one configuration did on the drafts that both predicted. Shares in 0..1, null without any. */
export const SideFigures = z.object({
  /** Of the drafts whose right answer is known: how often it came first. */
  right: z.number().nullable(),
  /** Share of all that it would have let go by itself, and of those with a known end the right. */
  automatic: z.number().nullable(),
  automaticRight: z.number().nullable(),
  /** Mean distance of claim and outcome, and mean squared error. */
  ece: z.number().nullable(),
  brier: z.number().nullable(),
  /** Share that it held more likely to be new than known. */
  novel: z.number().nullable(),
});
export type SideFigures = z.infer<typeof SideFigures>;

export const VersionsView = z.object({
  versions: z.array(VersionLine),
  configs: z.array(ConfigLine),
  comparison: z
    .object({
      drafts: z.number().int(),
      /** Of these, how many have a known end. */
      known: z.number().int(),
      current: SideFigures,
      shadow: SideFigures,
    })
    .nullable(),
  /** A worker compares them now, to promote the shadow. */
  promoting: z.boolean(),
  /** This program gets more corrected tickets wrong than the one before; nobody has accepted that. */
  codeHeld: VersionFigures.nullable(),
});
export type VersionsView = z.infer<typeof VersionsView>;
