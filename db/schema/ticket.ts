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
  LINK_KINDS,
  MESSAGE_KINDS,
  type MergeSnapshot,
  MOVERS,
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

/** Not over and not merged away. Written out, so that the planner sees that a query asks for it. */
const listed = sql`status in ('open', 'in_progress', 'pending_customer') and merged_into_id is null`;

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
    /** −1…1: how the feeling changes from message to message; null with fewer than two. */
    sentimentTrend: doublePrecision(),
    /** Two letters, of the latest customer message whose language could be told; null before routing. */
    language: text(),
    priority: text({ enum: PRIORITIES }).notNull().default("normal"),
    priorityReasons: json<Reason[]>().notNull().default([]),
    status: text({ enum: TICKET_STATUSES }).notNull().default("open"),
    /** Who made the last move; a trigger looks the move up in `ticket_transitions`. */
    movedBy: text({ enum: MOVERS }),
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
    /** What the link above means. */
    linkKind: text({ enum: LINK_KINDS }),
    /** Merged: its messages are in that ticket, and its number leads there. */
    mergedIntoId: uuid().references((): AnyPgColumn => tickets.id, { onDelete: "set null" }),
    /** Out of the way until then, or until the customer writes. */
    snoozedUntil: time(),
    /** When the follow-up cycle takes a held ticket up again. */
    nextTryAt: time(),
    /** How much depends on the account, for the order of lists: its tier first, then its seats. */
    value: integer().notNull().default(0),
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
    // Lists of what is open, in each of their orders.
    index("tickets_open_updated_idx").on(t.updatedAt, t.id).where(listed),
    index("tickets_open_waiting_idx").on(t.waitingSince, t.id).where(listed),
    index("tickets_open_value_idx").on(t.value, t.id).where(listed),
    index("tickets_open_sentiment_idx").on(t.sentiment, t.id).where(listed),
    index("tickets_open_assignee_idx").on(t.assigneeId, t.updatedAt, t.id).where(listed),
    index("tickets_open_team_idx").on(t.teamId, t.updatedAt, t.id).where(listed),
    index("tickets_open_language_idx").on(t.language, t.updatedAt, t.id).where(listed),
    // Lists of what is open whose subject holds a piece of text.
    index("tickets_open_subject_idx").using("gin", t.subject.op("gin_trgm_ops")).where(listed),
    // Search by subject and tags.
    index("tickets_subject_idx").using("gin", sql`to_tsvector('simple', ${t.subject})`),
    index("tickets_tags_idx").using("gin", t.tags),
    // Queues of what waits for us, longest first.
    index("tickets_waiting_idx").on(t.waitingSince, t.id).where(sql`${t.waitingSince} is not null`),
    index("tickets_status_idx").on(t.status, t.updatedAt, t.id),
    // Earlier tickets of the same customer, in the panel and the drafting context.
    index("tickets_customer_idx").on(t.customerId, t.createdAt),
    // What the minute's sweep looks for: snoozes that are over, held tickets that are due.
    index("tickets_snoozed_idx").on(t.snoozedUntil).where(sql`${t.snoozedUntil} is not null`),
    index("tickets_next_try_idx").on(t.nextTryAt).where(sql`${t.nextTryAt} is not null`),
    // What continues a ticket, or says the same.
    index("tickets_linked_idx").on(t.linkedTicketId).where(sql`${t.linkedTicketId} is not null`),
    // What was merged into a ticket.
    index("tickets_merged_idx").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    check("tickets_moved_by_known", oneOf(t.movedBy, MOVERS)),
    check("tickets_link_kind_known", oneOf(t.linkKind, LINK_KINDS)),
    check("tickets_trend_range", sql`${t.sentimentTrend} >= -1 and ${t.sentimentTrend} <= 1`),
    check("tickets_not_merged_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
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
    /** The same as simple, clean HTML, where it was written with formatting. */
    html: text(),
    /** The sender's id for it (their `external_id`), or our Message-ID: what `in_reply_to` names. */
    externalId: text(),
    connectionId: uuid().references(() => connections.id, { onDelete: "set null" }),
    /** "Why did this land here", in plain words. */
    landedBecause: text().notNull().default(""),
    /** The URL and UI state that the customer was looking at, headers, and other facts of arrival. */
    metadata: json<Record<string, unknown>>().notNull().default({}),
    attachments: json<{ url: string; name?: string }[]>().notNull().default([]),
    /** −1…1, of a customer's message; null before routing. */
    sentiment: doublePrecision(),
    /** Two letters; null when the text is too short to tell. */
    language: text(),
    createdAt: createdAt(),
  },
  (t) => [
    // The thread of a ticket, in order.
    index("messages_ticket_idx").on(t.ticketId, t.createdAt, t.id),
    // Full-text search for common words: newest first, until there are enough. The words themselves
    // are columns of the migrations that are not named here, because nothing should load them:
    // `search` of the first 20,000 characters and, of longer messages, `search_long` of 100,000.
    index("messages_created_idx").on(t.createdAt),
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

/** Who is writing a reply at this moment. Kept apart, so that typing changes no ticket's version. */
export const ticketWriters = pgTable(
  "ticket_writers",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The browser says so again while they type; after this time they have stopped. */
    until: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.personId] })],
);

/** Merges of tickets, with what they changed, so that each can be undone exactly. */
export const merges = pgTable(
  "merges",
  {
    id: id(),
    sourceId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    targetId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    snapshot: json<MergeSnapshot>().notNull(),
    createdAt: createdAt(),
    undoneAt: time(),
  },
  (t) => [
    // One merge of a ticket at a time.
    uniqueIndex("merges_open_key").on(t.sourceId).where(sql`${t.undoneAt} is null`),
    // What a ticket has taken in.
    index("merges_target_idx").on(t.targetId),
    check("merges_two_tickets", sql`${t.sourceId} <> ${t.targetId}`),
  ],
);

/** The legal moves of a ticket; the same rows as TRANSITIONS in lib/ticket/model.ts. */
export const ticketTransitions = pgTable(
  "ticket_transitions",
  {
    fromStatus: text({ enum: TICKET_STATUSES }).notNull(),
    toStatus: text({ enum: TICKET_STATUSES }).notNull(),
    mover: text({ enum: MOVERS }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.fromStatus, t.toStatus, t.mover] })],
);
