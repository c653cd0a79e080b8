import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  serial,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CONFIG_STATES,
  type EngineSettings,
  SIGNAL_KINDS,
  type Signal,
  type SignalEffect,
  type VersionFigures,
} from "@/lib/predictor/model";
import { createdAt, id, json, oneOf, probability, time } from "./columns";
import { accounts } from "./customer";
import { people } from "./person";
import { attempts } from "./resolve";
import { tickets } from "./ticket";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * The learning ledger: every signal, in the order of commits. All that the desk has learned can be
 * built again from it. Rows are only added; `undone_at` takes one's effect back.
 */
export const signals = pgTable(
  "signals",
  {
    id: id(),
    /** Drawn under a lock that is held until the commit, so that no reader skips one. */
    seq: bigserial({ mode: "number" }).notNull(),
    /** What happened, in words made from ids: a job that runs twice writes one row. */
    key: text().notNull(),
    kind: text({ enum: SIGNAL_KINDS }).notNull(),
    /** Erasing a ticket erases what was learned from it. */
    ticketId: uuid().references(() => tickets.id, { onDelete: "cascade" }),
    attemptId: uuid().references(() => attempts.id, { onDelete: "cascade" }),
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    /** The reply; without a reference, because an undone reply is gone. */
    messageId: uuid(),
    /** What it is about, as the predictor names it: `answer:…` or `article:…`. */
    subject: text(),
    /** The text of the question as it was used. */
    question: text().notNull().default(""),
    /** What the predictor learns from it, as it learns it. */
    learned: json<Signal[]>().notNull().default([]),
    /** What people read: reason, edit distance, old and new label. */
    payload: json<Record<string, unknown>>().notNull().default({}),
    /** What it changed for the tickets that were open; null until that is known. */
    effect: json<SignalEffect>(),
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
    undoneAt: time(),
    undoneBy: uuid().references(() => people.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("signals_key_key").on(t.key),
    // Readers go on from the last one they know; the ledger on screen goes backwards.
    uniqueIndex("signals_seq_key").on(t.seq),
    index("signals_ticket_idx").on(t.ticketId, t.seq),
    // Signals of a reply that is taken back.
    index("signals_message_idx").on(t.messageId).where(sql`${t.messageId} is not null`),
    check("signals_kind_known", oneOf(t.kind, SIGNAL_KINDS)),
  ],
);

/** States of the predictor to start or to roll back from, each with how it stood. */
export const modelVersions = pgTable(
  "model_versions",
  {
    number: serial().primaryKey(),
    /** Of the code that made the snapshot. */
    engineVersion: integer().notNull(),
    /** The configuration that it was built with; null: the built-in one. */
    configNumber: integer().references(() => modelConfigs.number),
    /** The last signal in it. */
    upToSeq: bigint({ mode: "number" }).notNull(),
    /** A cache: null when it holds what was taken back since, or to save room. */
    snapshot: bytea(),
    figures: json<VersionFigures>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // One process keeps a version; the others find it kept.
    uniqueIndex("model_versions_state_key").on(
      t.engineVersion,
      sql`coalesce(${t.configNumber}, 0)`,
      t.upToSeq,
    ),
  ],
);

/**
 * How the predictor is set: the one that answers, and perhaps one in its shadow, which predicts
 * beside it and is seen by nobody until it has proved itself.
 */
export const modelConfigs = pgTable(
  "model_configs",
  {
    number: serial().primaryKey(),
    /** Of the code that it was first run with. */
    engineVersion: integer().notNull(),
    settings: json<EngineSettings>().notNull(),
    state: text({ enum: CONFIG_STATES }).notNull(),
    /** What is tried with it, in the words of whoever began it. */
    note: text().notNull().default(""),
    createdBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** When it became the one that answers. */
    promotedAt: time(),
    promotedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    retiredAt: time(),
    /** How it stood when it was promoted, or when that was refused. */
    figures: json<VersionFigures>(),
  },
  (t) => [
    uniqueIndex("model_configs_one_current_key").on(t.state).where(sql`${t.state} = 'current'`),
    uniqueIndex("model_configs_one_shadow_key").on(t.state).where(sql`${t.state} = 'shadow'`),
    check("model_configs_state_known", oneOf(t.state, CONFIG_STATES)),
  ],
);

/** What a configuration would have said of a draft. The current one's are kept too, to compare. */
export const shadowPredictions = pgTable(
  "shadow_predictions",
  {
    id: id(),
    configNumber: integer()
      .notNull()
      .references(() => modelConfigs.number, { onDelete: "cascade" }),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    /** As the predictor names it; null: nothing is known. */
    subject: text(),
    confidence: doublePrecision().notNull(),
    novelty: doublePrecision().notNull(),
    automatic: boolean().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("shadow_predictions_key").on(t.configNumber, t.attemptId),
    check("shadow_predictions_confidence_range", probability(t.confidence)),
    check("shadow_predictions_novelty_range", probability(t.novelty)),
  ],
);

/** What would answer a ticket that is open, as of the last look: to tell what a correction changes. */
export const ticketPredictions = pgTable(
  "ticket_predictions",
  {
    ticketId: uuid()
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** As the predictor names it; null: nothing is known. */
    subject: text(),
    confidence: doublePrecision().notNull(),
    /** The last signal that was learned when it was predicted. */
    upToSeq: bigint({ mode: "number" }).notNull(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [check("ticket_predictions_confidence_range", probability(t.confidence))],
);
