import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  type ConfidencePart,
  DECISIONS,
  type DraftSentence,
  REJECT_REASONS,
  REVIEW_STATES,
  type Source,
  VERDICTS,
} from "@/lib/resolve/model";
import { createdAt, id, json, oneOf, probability, time } from "./columns";
import { people } from "./person";
import { messages, tickets } from "./ticket";

/** One drafted reply, with what it knew, how sure it was, and what became of it. */
export const attempts = pgTable(
  "attempts",
  {
    id: id(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** The newest customer message when it was drafted. */
    answersMessageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    /** 1 for the first draft to that message; later ones come from the follow-up cycle. */
    round: integer().notNull().default(1),
    /** Everything that the draft was made from, as it was. */
    snapshot: json<Record<string, unknown>>().notNull(),
    /** Null: nothing to say. */
    draft: text(),
    sentences: json<DraftSentence[]>().notNull().default([]),
    sources: json<Source[]>().notNull().default([]),
    confidence: doublePrecision().notNull(),
    parts: json<ConfidencePart[]>().notNull().default([]),
    model: text().notNull(),
    modelVersion: text().notNull(),
    decision: text({ enum: DECISIONS }).notNull(),
    decisionReason: text().notNull(),
    reviewState: text({ enum: REVIEW_STATES }).notNull(),
    reviewedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    reviewedAt: time(),
    rejectReason: text({ enum: REJECT_REASONS }),
    rejectNote: text(),
    /** What went out because of it; differs from `draft` when corrected. */
    sentText: text(),
    sentMessageId: uuid().references(() => messages.id, { onDelete: "set null" }),
    outcome: text(),
    /** What the confidence was made from, as numbers: learned from once it is known how it ended. */
    judgedRow: doublePrecision().array(),
    /** The chance, 0..1, with which a confident reply was chosen to be reviewed; null: it was not. */
    sampleRate: doublePrecision(),
    /** A reviewer has put it off until then. */
    laterUntil: time(),
    laterBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("attempts_round_key").on(t.answersMessageId, t.round),
    index("attempts_ticket_idx").on(t.ticketId, t.createdAt),
    // The draft behind a reply: noted when it is delivered, rated or taken back.
    index("attempts_sent_idx").on(t.sentMessageId).where(sql`${t.sentMessageId} is not null`),
    // "Sent today" in the navigation.
    index("attempts_created_idx").on(t.createdAt),
    // What this desk has seen, for the caps: settled drafts, and accepted ones of an article.
    index("attempts_settled_idx")
      .on(t.createdAt)
      .where(sql`${t.reviewState} in ('approved', 'corrected', 'rejected')`),
    index("attempts_accepted_idx")
      .on(sql`(${t.sources} -> 0 ->> 'articleId')`)
      .where(sql`${t.reviewState} = 'approved'`),
    // Held and flagged replies that wait for a person.
    index("attempts_review_idx")
      .on(t.reviewState, t.createdAt)
      .where(sql`${t.reviewState} in ('flagged', 'held')`),
    // One open held draft a ticket: two people cannot approve two.
    uniqueIndex("attempts_one_open_key").on(t.ticketId).where(sql`${t.reviewState} = 'held'`),
    check("attempts_confidence_range", probability(t.confidence)),
    check("attempts_decision_known", oneOf(t.decision, DECISIONS)),
    check("attempts_review_known", oneOf(t.reviewState, REVIEW_STATES)),
    check("attempts_reject_known", oneOf(t.rejectReason, REJECT_REASONS)),
    check("attempts_sample_rate_range", probability(t.sampleRate)),
  ],
);

/** Who looks at an item of the review queue, so that nobody else gets it; it ends by itself. */
export const reviewLeases = pgTable(
  "review_leases",
  {
    attemptId: uuid()
      .primaryKey()
      .references(() => attempts.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    until: time().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("review_leases_person_idx").on(t.personId)],
);

/** What each reviewer said of a draft; one word each. */
export const verdicts = pgTable(
  "verdicts",
  {
    id: id(),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    verdict: text({ enum: VERDICTS }).notNull(),
    /** The words that were approved: a second pair of eyes must have seen the same. */
    text: text(),
    reason: text({ enum: REJECT_REASONS }),
    note: text().notNull().default(""),
    /** Share of the draft's characters that were changed, 0..1; null where nothing was sent. */
    editShare: doublePrecision(),
    /** From opening the item to the verdict. */
    seconds: integer(),
    /** It settled the draft; false: the draft waits for another pair of eyes, or was settled before. */
    settled: boolean().notNull().default(true),
    createdAt: createdAt(),
    undoneAt: time(),
  },
  (t) => [
    uniqueIndex("verdicts_person_key")
      .on(t.attemptId, t.personId)
      .where(sql`${t.undoneAt} is null`),
    // Throughput and agreement of reviewers.
    index("verdicts_created_idx").on(t.createdAt),
    check("verdicts_verdict_known", oneOf(t.verdict, VERDICTS)),
    check("verdicts_reason_known", oneOf(t.reason, REJECT_REASONS)),
    check("verdicts_edit_range", probability(t.editShare)),
  ],
);

/** A reviewer asks another one to look. */
export const secondLooks = pgTable(
  "second_looks",
  {
    id: id(),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    askedBy: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Null: any other reviewer. */
    askedOf: uuid().references(() => people.id, { onDelete: "cascade" }),
    note: text().notNull().default(""),
    createdAt: createdAt(),
    settledAt: time(),
  },
  (t) => [
    uniqueIndex("second_looks_open_key").on(t.attemptId).where(sql`${t.settledAt} is null`),
    index("second_looks_attempt_idx").on(t.attemptId),
  ],
);
