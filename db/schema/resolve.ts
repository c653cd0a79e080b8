import { sql } from "drizzle-orm";
import {
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
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("attempts_round_key").on(t.answersMessageId, t.round),
    index("attempts_ticket_idx").on(t.ticketId, t.createdAt),
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
  ],
);
