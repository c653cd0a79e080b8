import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { WritingKind } from "@/lib/presence/model";
import { createdAt, time } from "./columns";
import { people } from "./person";
import { tickets } from "./ticket";

/** Who looks at which ticket now. */
export const ticketViewers = pgTable(
  "ticket_viewers",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The browser says so again while they look; after this time they have left. */
    until: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.personId] }),
    // Those who look at anything now.
    index("ticket_viewers_until_idx").on(t.until),
  ],
);

/** Who replies to a ticket: one person at a time, until they leave or somebody takes it over. */
export const replyLeases = pgTable("reply_leases", {
  ticketId: uuid()
    .primaryKey()
    .references(() => tickets.id, { onDelete: "cascade" }),
  personId: uuid()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" }),
  since: createdAt(),
  until: time().notNull(),
});

/** What people have begun to write and not sent, per person and ticket. */
export const writings = pgTable(
  "writings",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    kind: text().$type<WritingKind>().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** Rises with every save: an older tab does not overwrite a newer one unseen. */
    revision: integer().notNull().default(1),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.ticketId, t.kind] }),
    // Tickets on which somebody has begun to write.
    index("writings_ticket_idx").on(t.ticketId),
  ],
);

/** Up to when a person has read a ticket. */
export const ticketReads = pgTable(
  "ticket_reads",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    readAt: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.ticketId] }),
    index("ticket_reads_ticket_idx").on(t.ticketId),
  ],
);
