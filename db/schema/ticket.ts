import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  AUTHORS,
  CHANNELS,
  MESSAGE_KINDS,
  PRIORITIES,
  type Reason,
  type ScoredIntent,
  TICKET_STATUSES,
} from "@/lib/ticket/model";
import { connections } from "./channel";
import { createdAt, id, json, oneOf, probability, textList, time } from "./columns";
import { customers } from "./customer";
import { categories } from "./desk";
import { people, teams } from "./person";

/** One customer problem, from first message to solution. Only lib/ticket writes it. */
export const tickets = pgTable(
  "tickets",
  {
    id: id(),
    /** What people say aloud: "ticket 1042". Counts up and is never reused. */
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 1001 }),
    conversationId: text(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    channel: text({ enum: CHANNELS }).notNull(),
    /** The system behind the channel: `zendesk`, `widget`, `cli`, … */
    source: text().notNull().default(""),
    connectionId: uuid().references(() => connections.id, { onDelete: "set null" }),
    subject: text().notNull(),
    body: text().notNull(),
    category: text()
      .notNull()
      .default("general")
      .references(() => categories.slug, { onUpdate: "cascade" }),
    productArea: text(),
    intents: json<ScoredIntent[]>().notNull().default([]),
    primaryIntent: text(),
    /** −1…1, of the latest customer message; null before routing. */
    sentiment: doublePrecision(),
    priority: text({ enum: PRIORITIES }).notNull().default("normal"),
    priorityReasons: json<Reason[]>().notNull().default([]),
    status: text({ enum: TICKET_STATUSES }).notNull().default("open"),
    /** When the customer began to wait for us; null while we wait for them. */
    waitingSince: time(),
    teamId: uuid().references(() => teams.id, { onDelete: "set null" }),
    assigneeId: uuid().references(() => people.id, { onDelete: "set null" }),
    assignedAgent: text(),
    resolution: text(),
    /** Of the latest attempt. */
    confidenceScore: doublePrecision(),
    aiSummary: text(),
    toolsUsed: textList(),
    escalationReason: text(),
    tags: textList(),
    /** The ticket this one continues when the sender could not be let into it. */
    linkedTicketId: uuid().references((): AnyPgColumn => tickets.id, { onDelete: "set null" }),
    /** Requests of before the desk: never answered automatically. */
    historic: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
    /** Rises with every change; a writer that read an older one gets a conflict. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    firstResponseAt: time(),
    resolvedAt: time(),
    closedAt: time(),
  },
  (t) => [
    uniqueIndex("tickets_number_key").on(t.number),
    uniqueIndex("tickets_conversation_key")
      .on(t.conversationId)
      .where(sql`${t.conversationId} is not null`),
    // Queue "all": newest activity first, keyset by (updated_at, id). Ascending on purpose: Postgres
    // reads it backwards, while Drizzle's `.desc()` emits NULLS LAST, which the query cannot use.
    index("tickets_updated_idx").on(t.updatedAt, t.id),
    // Queues of what waits for us, longest first.
    index("tickets_waiting_idx").on(t.waitingSince, t.id).where(sql`${t.waitingSince} is not null`),
    index("tickets_status_idx").on(t.status, t.updatedAt, t.id),
    index("tickets_assignee_idx").on(t.assigneeId, t.updatedAt, t.id),
    index("tickets_team_idx").on(t.teamId, t.updatedAt, t.id),
    // Earlier tickets of the same customer, in the panel and the drafting context.
    index("tickets_customer_idx").on(t.customerId, t.createdAt),
    check("tickets_status_known", oneOf(t.status, TICKET_STATUSES)),
    check("tickets_channel_known", oneOf(t.channel, CHANNELS)),
    check("tickets_priority_known", oneOf(t.priority, PRIORITIES)),
    check("tickets_confidence_range", probability(t.confidenceScore)),
    check("tickets_sentiment_range", sql`${t.sentiment} >= -1 and ${t.sentiment} <= 1`),
    check("tickets_conversation_filled", sql`${t.conversationId} <> ''`),
  ],
);

export const messages = pgTable(
  "messages",
  {
    id: id(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    kind: text({ enum: MESSAGE_KINDS }).notNull().default("message"),
    author: text({ enum: AUTHORS }).notNull(),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    customerId: uuid().references(() => customers.id, { onDelete: "set null" }),
    /** False: internal, never leaves and never reaches a draft. */
    public: boolean().notNull(),
    text: text().notNull(),
    /** The sender's id for it (their `external_id`), or our Message-ID: what `in_reply_to` names. */
    externalId: text(),
    connectionId: uuid().references(() => connections.id, { onDelete: "set null" }),
    /** "Why did this land here", in plain words. */
    landedBecause: text().notNull().default(""),
    /** The URL and UI state that the customer was looking at, headers, and other facts of arrival. */
    metadata: json<Record<string, unknown>>().notNull().default({}),
    attachments: json<{ url: string; name?: string }[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    // The thread of a ticket, in order.
    index("messages_ticket_idx").on(t.ticketId, t.createdAt, t.id),
    // `in_reply_to` finds the message it answers.
    index("messages_external_idx").on(t.externalId).where(sql`${t.externalId} is not null`),
    check("messages_author_known", oneOf(t.author, AUTHORS)),
    check("messages_kind_known", oneOf(t.kind, MESSAGE_KINDS)),
    check("messages_notes_internal", sql`${t.kind} = 'message' or not ${t.public}`),
  ],
);

/** Addresses that may write into a ticket and get its replies. */
export const ticketParticipants = pgTable(
  "ticket_participants",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    email: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.email] })],
);
