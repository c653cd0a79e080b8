import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { AREAS, ROLES } from "@/lib/person/model";
import { createdAt, id, oneOf, time } from "./columns";

/** Those who work at the desk. */
export const people = pgTable(
  "people",
  {
    id: id(),
    name: text().notNull(),
    /** Lower case; the name at sign-in. */
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** argon2id in PHC form. Null: cannot sign in yet. */
    passwordHash: text(),
    /** Set when the person has left. Sessions end with it. */
    disabledAt: time(),
    /** What a person may do beyond the role: areas of the settings. */
    areas: text({ enum: AREAS }).array().notNull().default(sql`'{}'::text[]`),
    /** Tickets that are not over, above which nobody gives this person another by rule; null: any. */
    capacity: integer(),
    /** Away: gets nothing by rule, and what comes for them goes to the cover. */
    awayFrom: time(),
    awayUntil: time(),
    coverId: uuid().references((): AnyPgColumn => people.id, { onDelete: "set null" }),
    /** Language of the interface, two letters; null: as the browser asks. */
    locale: text(),
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("people_email_key").on(t.email),
    check("people_role_known", oneOf(t.role, ROLES)),
    check("people_capacity_range", sql`${t.capacity} between 0 and 10000`),
    check("people_not_own_cover", sql`${t.coverId} <> ${t.id}`),
    check("people_away_order", sql`${t.awayUntil} > ${t.awayFrom}`),
    check("people_email_lower", sql`${t.email} = lower(${t.email}) and ${t.email} <> ''`),
  ],
);

export const teams = pgTable(
  "teams",
  {
    id: id(),
    name: text().notNull(),
    /** Where tickets go when a rule's target is gone; exactly one. */
    fallback: boolean().notNull().default(false),
    /** The AI only drafts for this team's tickets. */
    aiStopped: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("teams_name_key").on(t.name),
    uniqueIndex("teams_one_fallback_key").on(t.fallback).where(sql`${t.fallback}`),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.personId] }),
    index("team_members_person_idx").on(t.personId),
  ],
);

/** Sessions of the browser. The cookie's token holds `id`; deleting the row signs out at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    userAgent: text(),
    /** To the minute; null: not since this is kept. */
    lastSeenAt: time(),
    expiresAt: time().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("sessions_person_idx").on(t.personId)],
);

/** Failed sign-ins in the current window, per hashed e-mail or address. */
export const signInAttempts = pgTable("sign_in_attempts", {
  /** sha256 of "email:…" or "address:…", so that no address is kept in clear. */
  key: text().primaryKey(),
  failures: integer().notNull().default(0),
  windowEndsAt: time().notNull(),
});

/** Single-use tokens (first set-up), hashed at rest. */
export const oneTimeTokens = pgTable("one_time_tokens", {
  hash: text().primaryKey(),
  purpose: text({ enum: ["setup"] }).notNull(),
  expiresAt: time().notNull(),
  createdAt: createdAt(),
});

/** Links by which somebody joins the desk, each good once. */
export const invites = pgTable(
  "invites",
  {
    id: id(),
    /** sha256 of the token, hex; the link is shown once. */
    tokenHash: text().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    areas: text({ enum: AREAS }).array().notNull().default(sql`'{}'::text[]`),
    teamIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    createdBy: uuid().references(() => people.id, { onDelete: "set null" }),
    expiresAt: time().notNull(),
    usedAt: time(),
    /** Who it became. */
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    revokedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("invites_token_key").on(t.tokenHash),
    check("invites_role_known", oneOf(t.role, ROLES)),
  ],
);
