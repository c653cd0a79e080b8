import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RoutingInputs, RoutingOutcome } from "@/lib/route/model";
import { createdAt, id, json } from "./columns";
import { messages, tickets } from "./ticket";

/** Each decision of routing: what it looked at, as it was, and what it made of it. Append-only. */
export const routings = pgTable(
  "routings",
  {
    id: id(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** A message is routed once. */
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    /** Enough to run the rules again: for back-tests, and for whoever asks why. */
    inputs: json<RoutingInputs>().notNull(),
    outcome: json<RoutingOutcome>().notNull(),
    /** The classifier: `keywords`, or the name of what was learned. */
    model: text().notNull(),
    aiMayAnswer: boolean().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("routings_message_key").on(t.messageId),
    // "Why is it here" on the ticket.
    index("routings_ticket_idx").on(t.ticketId, t.createdAt),
    // Back-tests: the newest decisions.
    index("routings_created_idx").on(t.createdAt, t.id),
  ],
);
