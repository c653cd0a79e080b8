import { sql } from "drizzle-orm";
import {
  bigint,
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
  LLM_FAULTS,
  type LlmLimits,
  PROVIDER_KINDS,
  PROVIDER_MODES,
  PURPOSES,
} from "@/lib/llm/model";
import type { ConfidencePart, DraftSentence, Source } from "@/lib/resolve/model";
import { createdAt, id, json, oneOf, probability, time } from "./columns";
import { customers } from "./customer";
import { people } from "./person";
import { attempts } from "./resolve";
import { tickets } from "./ticket";

/** Where models are asked. One of them drafts at a time. */
export const llmProviders = pgTable(
  "llm_providers",
  {
    id: id(),
    name: text().notNull(),
    kind: text({ enum: PROVIDER_KINDS }).notNull(),
    baseUrl: text(),
    model: text().notNull(),
    /** Sealed; null: none is needed. */
    apiKey: text(),
    mode: text({ enum: PROVIDER_MODES }).notNull().default("off"),
    hidePersonal: boolean().notNull().default(true),
    samples: integer().notNull().default(1),
    timeoutSeconds: integer().notNull().default(60),
    contextTokens: integer().notNull().default(32_000),
    inputMicros: bigint({ mode: "number" }).notNull().default(0),
    outputMicros: bigint({ mode: "number" }).notNull().default(0),
    limits: json<LlmLimits>().notNull(),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
    archivedAt: time(),
  },
  (t) => [
    uniqueIndex("llm_providers_name_key").on(t.name).where(sql`${t.archivedAt} is null`),
    // One that drafts, in the open or in the shadow.
    uniqueIndex("llm_providers_active_key")
      .on(sql`(true)`)
      .where(sql`${t.mode} <> 'off' and ${t.archivedAt} is null`),
    check("llm_providers_kind_known", oneOf(t.kind, PROVIDER_KINDS)),
    check("llm_providers_mode_known", oneOf(t.mode, PROVIDER_MODES)),
  ],
);

/** Failures in a row, for all processes: a provider that is down is left alone for a while. */
export const llmBreakers = pgTable("llm_breakers", {
  providerId: uuid()
    .primaryKey()
    .references(() => llmProviders.id, { onDelete: "cascade" }),
  failures: integer().notNull().default(0),
  openUntil: time(),
  fault: text({ enum: LLM_FAULTS }),
  updatedAt: time().notNull().defaultNow(),
});

/** Every request to a model: what it was for, what came of it, what it cost. Never its texts. */
export const llmCalls = pgTable(
  "llm_calls",
  {
    id: id(),
    providerId: uuid()
      .notNull()
      .references(() => llmProviders.id, { onDelete: "cascade" }),
    model: text().notNull(),
    promptVersion: text().notNull(),
    purpose: text({ enum: PURPOSES }).notNull(),
    ticketId: uuid().references(() => tickets.id, { onDelete: "cascade" }),
    customerId: uuid().references(() => customers.id, { onDelete: "set null" }),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    /** Null: answered. */
    fault: text({ enum: LLM_FAULTS }),
    /** In plain words, without anything of the texts. */
    words: text(),
    tries: integer().notNull().default(1),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    costMicros: bigint({ mode: "number" }).notNull().default(0),
    latencyMs: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    // What a day has cost, and the list of calls in the settings.
    index("llm_calls_created_idx").on(t.createdAt),
    // What a ticket has used.
    index("llm_calls_ticket_idx").on(t.ticketId),
    // How many drafts a customer's tickets have asked for.
    index("llm_calls_customer_idx").on(t.customerId, t.createdAt),
    check("llm_calls_purpose_known", oneOf(t.purpose, PURPOSES)),
    check("llm_calls_fault_known", oneOf(t.fault, LLM_FAULTS)),
  ],
);

/** What a model wrote to a message, used or in the shadow, and how it ended: its calibration. */
export const llmDrafts = pgTable(
  "llm_drafts",
  {
    id: id(),
    /** The attempt that it became, or beside which it was written. */
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    callId: uuid().references(() => llmCalls.id, { onDelete: "set null" }),
    model: text().notNull(),
    promptVersion: text().notNull(),
    /** The customer may have got it; false: written in the shadow, or left aside. */
    used: boolean().notNull(),
    /** Null: there is none, and `fault` says why. */
    draft: text(),
    sentences: json<DraftSentence[]>().notNull().default([]),
    sources: json<Source[]>().notNull().default([]),
    /** What it said that it does not know, and what it would ask the customer. */
    unknown: text().array().notNull().default(sql`'{}'::text[]`),
    followUp: text(),
    fault: text({ enum: LLM_FAULTS }),
    words: text(),
    confidence: doublePrecision().notNull().default(0),
    parts: json<ConfidencePart[]>().notNull().default([]),
    /** What the confidence was made from, as numbers. */
    row: doublePrecision().array(),
    /** How it ended; null: nobody knows yet. In the shadow: near enough to what a person sent. */
    right: boolean(),
    /** Weak evidence counts less, 0..1. */
    weight: doublePrecision(),
    settledAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("llm_drafts_attempt_key").on(t.attemptId),
    index("llm_drafts_ticket_idx").on(t.ticketId),
    // The calibration of a model and prompt: its newest drafts whose end is known.
    index("llm_drafts_settled_idx")
      .on(t.model, t.promptVersion, t.settledAt)
      .where(sql`${t.right} is not null`),
    check("llm_drafts_confidence_range", probability(t.confidence)),
    check("llm_drafts_weight_range", probability(t.weight)),
    check("llm_drafts_fault_known", oneOf(t.fault, LLM_FAULTS)),
  ],
);
