import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { PROPOSAL_STATES, TOOL_KINDS, TOOL_METHODS, TOOL_OUTCOMES } from "@/lib/tool/model";
import { createdAt, id, json, oneOf, time } from "./columns";
import { people } from "./person";
import { attempts } from "./resolve";
import { tickets } from "./ticket";

/** What a model may look up over HTTP, and what it may propose that a person does. */
export const tools = pgTable(
  "tools",
  {
    id: id(),
    name: text().notNull(),
    description: text().notNull(),
    kind: text({ enum: TOOL_KINDS }).notNull(),
    method: text({ enum: TOOL_METHODS }).notNull(),
    url: text().notNull(),
    /** A JSON object, sealed; null: none. */
    headers: text(),
    body: text().notNull().default(""),
    /** JSON Schema of what the model gives. */
    parameters: json<Record<string, unknown>>().notNull(),
    enabled: boolean().notNull().default(true),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
    archivedAt: time(),
  },
  (t) => [
    uniqueIndex("tools_name_key").on(t.name).where(sql`${t.archivedAt} is null`),
    check("tools_kind_known", oneOf(t.kind, TOOL_KINDS)),
    check("tools_method_known", oneOf(t.method, TOOL_METHODS)),
  ],
);

/** Every call of a tool, with what it was given and what it said. */
export const toolRuns = pgTable(
  "tool_runs",
  {
    id: id(),
    toolId: uuid()
      .notNull()
      .references(() => tools.id, { onDelete: "cascade" }),
    ticketId: uuid().references(() => tickets.id, { onDelete: "cascade" }),
    proposalId: uuid(),
    /** What the model gave, and what code bound. */
    given: json<Record<string, unknown>>().notNull(),
    bound: json<Record<string, unknown>>().notNull(),
    outcome: text({ enum: TOOL_OUTCOMES }).notNull(),
    status: integer(),
    /** Of the answer, cut; or why there is none. */
    result: text().notNull().default(""),
    latencyMs: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index("tool_runs_tool_idx").on(t.toolId, t.createdAt),
    index("tool_runs_ticket_idx").on(t.ticketId, t.createdAt),
    check("tool_runs_outcome_known", oneOf(t.outcome, TOOL_OUTCOMES)),
  ],
);

/** An action that a model would take: nothing happens until a person says so. */
export const proposals = pgTable(
  "proposals",
  {
    id: id(),
    toolId: uuid()
      .notNull()
      .references(() => tools.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    attemptId: uuid().references(() => attempts.id, { onDelete: "set null" }),
    given: json<Record<string, unknown>>().notNull(),
    /** Why, in the model's words: shown as such. */
    reason: text().notNull().default(""),
    state: text({ enum: PROPOSAL_STATES }).notNull().default("proposed"),
    decidedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    decidedAt: time(),
    /** What the other system said, cut. */
    result: text(),
    createdAt: createdAt(),
  },
  (t) => [
    // The same wish twice is one.
    uniqueIndex("proposals_open_key")
      .on(t.ticketId, t.toolId, sql`md5(${t.given}::text)`)
      .where(sql`${t.state} = 'proposed'`),
    index("proposals_ticket_idx").on(t.ticketId, t.createdAt),
    check("proposals_state_known", oneOf(t.state, PROPOSAL_STATES)),
  ],
);
