import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  serial,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { SIGNAL_KINDS, type Signal, type VersionFigures } from "@/lib/predictor/model";
import { createdAt, id, json, oneOf, time } from "./columns";
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
    /** The last signal in it. */
    upToSeq: bigint({ mode: "number" }).notNull(),
    /** A cache: null when it holds what was taken back since, or to save room. */
    snapshot: bytea(),
    figures: json<VersionFigures>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // One process keeps a version; the others find it kept.
    uniqueIndex("model_versions_state_key").on(t.engineVersion, t.upToSeq),
  ],
);
