import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, time } from "./columns";
import { messages, tickets } from "./ticket";

/** What customers say of a reply: 1 (bad) to 5 (good), and a comment. */
export const ratings = pgTable(
  "ratings",
  {
    id: id(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** The reply that is rated. */
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    score: integer().notNull(),
    comment: text().notNull().default(""),
    createdAt: createdAt(),
    /** Customers may change their mind. */
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("ratings_message_key").on(t.messageId),
    index("ratings_ticket_idx").on(t.ticketId, t.createdAt),
    check("ratings_score_range", sql`${t.score} between 1 and 5`),
  ],
);
