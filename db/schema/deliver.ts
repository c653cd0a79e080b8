import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { DELIVERY_STATES, TRANSPORTS } from "@/lib/channel/model";
import { TICKET_STATUSES } from "@/lib/ticket/model";
import { createdAt, id, json, oneOf, time } from "./columns";
import { messages, tickets } from "./ticket";

/** One outbound effect: a reply on its way out, once. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** Unique: a job that runs twice makes one delivery. */
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    transport: text({ enum: TRANSPORTS }).notNull(),
    /** Mail address, or URL of the webhook; empty for `pull`. */
    destination: text().notNull(),
    /** Message-ID of the mail or `webhook-id` of the call: the same at every try. */
    stableId: text().notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull().default("queued"),
    /** The message exactly as it leaves: a raw mail, or the JSON of the call. */
    raw: text(),
    /** What the ticket becomes once it is sent. Null: stays. */
    thenStatus: text({ enum: TICKET_STATUSES }),
    tries: integer().notNull().default(0),
    lastError: text(),
    /** The other side's answer. */
    response: json<Record<string, unknown>>(),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
    sentAt: time(),
  },
  (t) => [
    uniqueIndex("deliveries_message_key").on(t.messageId),
    uniqueIndex("deliveries_stable_key").on(t.stableId),
    index("deliveries_ticket_idx").on(t.ticketId),
    // The outbox page: newest first, keyset by (created_at, id).
    index("deliveries_created_idx").on(t.createdAt, t.id),
    check("deliveries_state_known", oneOf(t.state, DELIVERY_STATES)),
    check("deliveries_transport_known", oneOf(t.transport, TRANSPORTS)),
    check("deliveries_then_known", oneOf(t.thenStatus, TICKET_STATUSES)),
    check("deliveries_sent_dated", sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
);
