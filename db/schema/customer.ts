import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { BILLING_KINDS, type OnboardingStep, TIERS, type Usage } from "@/lib/customer/model";
import { createdAt, id, json, oneOf, textList, time } from "./columns";
import { people } from "./person";

/** Companies or single payers. "Another customer" in a privacy rule means another account. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    name: text().notNull(),
    /** The caller's own id or name for it, lower case; how ingest finds it. */
    key: text().notNull(),
    tier: text({ enum: TIERS }).notNull().default("free"),
    seats: integer().notNull().default(1),
    trialUntil: time(),
    onboarding: json<OnboardingStep[]>().notNull().default([]),
    usage: json<Usage>().notNull().default({}),
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("accounts_key_key").on(t.key),
    check("accounts_tier_known", oneOf(t.tier, TIERS)),
    check("accounts_seats_positive", sql`${t.seats} >= 0`),
  ],
);

export const customers = pgTable(
  "customers",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    telephones: textList(),
    tags: textList(),
    /** The AI only drafts for this customer's tickets. */
    aiStopped: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    index("customers_account_idx").on(t.accountId),
    // Search by name; forgives typing errors.
    index("customers_name_trgm_idx").using("gin", sql`${t.name} gin_trgm_ops`),
  ],
);

/** What the desk knows of a customer; never told to them, and never in a draft. */
export const customerNotes = pgTable(
  "customer_notes",
  {
    id: id(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    personId: uuid().references((): AnyPgColumn => people.id, { onDelete: "set null" }),
    text: text().notNull(),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [index("customer_notes_customer_idx").on(t.customerId, t.id)],
);

/** Each address belongs to one person. */
export const customerEmails = pgTable(
  "customer_emails",
  {
    /** Lower case. */
    email: text().primaryKey(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    index("customer_emails_customer_idx").on(t.customerId),
    index("customer_emails_trgm_idx").using("gin", sql`${t.email} gin_trgm_ops`),
    check("customer_emails_lower", sql`${t.email} = lower(${t.email}) and ${t.email} <> ''`),
  ],
);

export const billingEvents = pgTable(
  "billing_events",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: text({ enum: BILLING_KINDS }).notNull(),
    /** Hundredths of `currency`; null where no money moved. */
    amountCents: integer(),
    currency: text(),
    detail: text().notNull(),
    at: time().notNull(),
  },
  (t) => [
    // The customer panel and the drafting context: newest first.
    index("billing_events_account_idx").on(t.accountId, t.at),
    check("billing_events_kind_known", oneOf(t.kind, BILLING_KINDS)),
  ],
);
