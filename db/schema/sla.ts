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
import type { Condition } from "@/lib/rule/model";
import { CLOCK_TARGETS, type Holiday, type OpenHours } from "@/lib/sla/model";
import { createdAt, id, json, oneOf, time } from "./columns";
import { tickets } from "./ticket";

/** When the desk is open: targets count only those minutes. */
export const calendars = pgTable(
  "calendars",
  {
    id: id(),
    name: text().notNull(),
    /** IANA name. */
    timeZone: text().notNull(),
    hours: json<OpenHours[]>().notNull(),
    holidays: json<Holiday[]>().notNull().default([]),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
    archivedAt: time(),
  },
  (t) => [uniqueIndex("calendars_name_key").on(t.name).where(sql`${t.archivedAt} is null`)],
);

/** Promises of how fast customers are answered; the first that matches a ticket holds. */
export const slaPolicies = pgTable(
  "sla_policies",
  {
    id: id(),
    name: text().notNull(),
    position: integer().notNull(),
    enabled: boolean().notNull().default(true),
    /** All must hold. */
    conditions: json<Condition[]>().notNull().default([]),
    /** Null: around the clock. */
    calendarId: uuid().references(() => calendars.id, { onDelete: "set null" }),
    /** Minutes of open time; null: nothing is promised. */
    firstMinutes: integer(),
    nextMinutes: integer(),
    resolutionMinutes: integer(),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
    archivedAt: time(),
  },
  (t) => [
    index("sla_policies_position_idx").on(t.position),
    check("sla_policies_first_range", sql`${t.firstMinutes} > 0`),
    check("sla_policies_next_range", sql`${t.nextMinutes} > 0`),
    check("sla_policies_resolution_range", sql`${t.resolutionMinutes} > 0`),
  ],
);

/** How the time of each ticket that has a promise stands; follows `waiting_since` alone. */
export const ticketClocks = pgTable(
  "ticket_clocks",
  {
    ticketId: uuid()
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    policyId: uuid()
      .notNull()
      .references(() => slaPolicies.id, { onDelete: "cascade" }),
    /** Why this promise holds, in plain words. */
    because: text().notNull().default(""),
    /** `waiting_since` as it was counted last; null: the clock is paused. */
    waitingSince: time(),
    /** Seconds of open time that the customer has waited before `waitingSince`. */
    waitedSeconds: integer().notNull().default(0),
    /** What is due next, and when; null while nothing runs. */
    target: text({ enum: CLOCK_TARGETS }),
    dueAt: time(),
    replyDueAt: time(),
    resolutionDueAt: time(),
    /** When `dueAt` was missed, and told. */
    breachedAt: time(),
    /** The warning ahead of `dueAt` was told. */
    warnedAt: time(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    // The queue of what is due next, and the sweep that tells of it.
    index("ticket_clocks_due_idx").on(t.dueAt, t.ticketId).where(sql`${t.dueAt} is not null`),
    index("ticket_clocks_policy_idx").on(t.policyId),
    check("ticket_clocks_target_known", oneOf(t.target, CLOCK_TARGETS)),
  ],
);
