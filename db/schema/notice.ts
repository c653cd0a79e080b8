import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { NOTICE_KINDS, type NoticeSettings } from "@/lib/notice/model";
import { createdAt, id, json, oneOf, time } from "./columns";
import { people } from "./person";
import { messages, tickets } from "./ticket";

/** What a person is told: somebody named them, gave them a ticket, a customer answered. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** The event that it tells of: told once. */
    eventId: uuid().notNull(),
    /** In plain words. */
    text: text().notNull(),
    readAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("notices_event_key").on(t.personId, t.eventId, t.kind),
    // The list of a person, newest first: ids sort by time.
    index("notices_person_idx").on(t.personId, t.id),
    index("notices_unread_idx").on(t.personId).where(sql`${t.readAt} is null`),
    index("notices_ticket_idx").on(t.ticketId),
    check("notices_kind_known", oneOf(t.kind, NOTICE_KINDS)),
  ],
);

/** What a person wants to be told; a missing row means the default. */
export const noticeSettings = pgTable("notice_settings", {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  value: json<NoticeSettings>().notNull(),
  updatedAt: time().notNull().defaultNow(),
});

/** People who want to hear of a ticket that is not theirs. */
export const followers = pgTable(
  "followers",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.personId] }),
    index("followers_person_idx").on(t.personId),
  ],
);

/** Whom a note names. */
export const mentions = pgTable(
  "mentions",
  {
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.personId] }),
    // The queue of tickets on which somebody is named.
    index("mentions_person_idx").on(t.personId, t.ticketId),
    index("mentions_ticket_idx").on(t.ticketId),
  ],
);
