import { sql } from "drizzle-orm";
import { bigserial, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, json } from "./columns";
import { tickets } from "./ticket";

/** Everything that happened: timeline on screen, audit trail, and what the pipeline follows. */
export const events = pgTable(
  "events",
  {
    id: id(),
    /** Order of writing, for display. Commits may land in another order. */
    seq: bigserial({ mode: "number" }).notNull(),
    type: text().notNull(),
    /** Null for changes of articles, rules, settings, people. */
    ticketId: uuid().references(() => tickets.id, { onDelete: "cascade" }),
    actorType: text({ enum: ["person", "job", "connection", "system"] }).notNull(),
    /** Person or connection id, or the job's name. Ids only: the audit trail is pseudonymous. */
    actorId: text().notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // The timeline of a ticket.
    index("events_ticket_idx").on(t.ticketId, t.seq),
    index("events_type_idx").on(t.type, t.seq),
    // The audit log: changes of the desk itself. Ids sort by time.
    index("events_desk_idx").on(t.id).where(sql`${t.ticketId} is null`),
  ],
);
