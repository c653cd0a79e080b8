import { z } from "zod";
import { ANSWER_STATES, ARTICLE_STATES } from "../knowledge/model";
import { SignalKind, VersionFigures } from "../predictor/model";

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

/** A stretch of outcomes in a row. Shares in 0..1. */
export const CurvePoint = z.object({
  /** Outcomes up to and with this stretch. */
  outcomes: z.number().int(),
  count: z.number().int(),
  /** Of these tickets, how many were answered with the desk's draft as it was, or nearly. */
  accepted: z.number(),
  /** Of the drafts that people looked at, how many they accepted; null when there were none. */
  right: z.number().nullable(),
  until: iso,
});
export type CurvePoint = z.infer<typeof CurvePoint>;

/** Drafts of about one confidence: what was claimed, and what people said. */
export const CalibrationBin = z.object({
  /** Mean confidence, 0..1. */
  claimed: z.number(),
  /** Share accepted, 0..1. */
  accepted: z.number(),
  count: z.number().int(),
});
export type CalibrationBin = z.infer<typeof CalibrationBin>;

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
  at: iso,
  undoneAt: iso.nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

export const AnswerRow = z.object({
  id: z.string(),
  text: z.string(),
  state: z.enum(ANSWER_STATES),
  uses: z.number().int(),
  accounts: z.number().int(),
  accepted: z.number().int(),
  updatedAt: iso,
});
export type AnswerRow = z.infer<typeof AnswerRow>;

export const VersionRow = z.object({
  number: z.number().int(),
  figures: VersionFigures,
  at: iso,
});
export type VersionRow = z.infer<typeof VersionRow>;

export const LearningView = z.object({
  curve: z.array(CurvePoint),
  calibration: z.array(CalibrationBin),
  /** Weighted mean distance of claim and outcome, 0..1; null while there is none. */
  calibrationError: z.number().nullable(),
  ledger: z.array(LedgerRow),
  answers: z.array(AnswerRow),
  versions: z.array(VersionRow),
});
export type LearningView = z.infer<typeof LearningView>;
