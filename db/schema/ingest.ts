import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { connections } from "./channel";
import { createdAt } from "./columns";
import { tickets } from "./ticket";

/** Every `external_id` that a connection has sent. The key is what makes an ingest happen once. */
export const inboundReceipts = pgTable(
  "inbound_receipts",
  {
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    externalId: text().notNull(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    messageId: uuid(),
    /** `created` or `joined`: what the first copy did. */
    outcome: text({ enum: ["created", "joined", "noted", "moved"] }).notNull(),
    /** sha256 of the request, hex: a later copy with another body is logged. */
    bodyHash: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.externalId] }),
    // They go with their ticket.
    index("inbound_receipts_ticket_idx").on(t.ticketId),
    check("inbound_receipts_filled", sql`length(${t.externalId}) between 1 and 255`),
  ],
);
