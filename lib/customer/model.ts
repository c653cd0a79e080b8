import { z } from "zod";
import { Decision, ReviewState } from "../resolve/model";
import { TicketStatus } from "../ticket/model";
import { TIERS, type Tier } from "./terms";

export { TIERS, type Tier } from "./terms";

export const BILLING_KINDS = [
  "invoice_paid",
  "invoice_failed",
  "plan_changed",
  "refund",
  "seats_changed",
] as const;
export type BillingKind = (typeof BILLING_KINDS)[number];

export const OnboardingStep = z.object({ step: z.string(), done: z.boolean() });
export type OnboardingStep = z.infer<typeof OnboardingStep>;

/** What an account uses: counts by name, as the customer's system reports them. */
export const Usage = z.record(z.string(), z.number());
export type Usage = z.infer<typeof Usage>;

const name = z.string().trim().min(1, "is missing").max(255);

/** Seats that no account has; above it somebody mistyped. */
const SEATS_MAX = 1_000_000;

/** Of an account, what other systems tell and people correct. Times are ISO 8601. */
export const AccountFields = z.object({
  name,
  tier: z.enum(TIERS),
  seats: z.number().int("must be a whole number").min(0).max(SEATS_MAX),
  trialUntil: z.iso.datetime().nullable(),
  usage: Usage,
  onboarding: z.array(OnboardingStep),
});
export type AccountFields = z.infer<typeof AccountFields>;

/** Addresses, or telephone numbers, that one person has at most. */
export const CONTACTS_MAX = 20;

/** Of a customer, what people correct. */
export const CustomerFields = z.object({
  name,
  emails: z.array(z.string()),
  telephones: z.array(z.string()),
});
export type CustomerFields = z.infer<typeof CustomerFields>;

/** A paying account: one whose plan costs money today. */
export function isPaying(tier: Tier): boolean {
  return tier === "starter" || tier === "business" || tier === "enterprise";
}

/** Seats above this weigh no more: the tier always comes first. */
const MOST_SEATS = 99_999;

/** How much depends on an account, for the order of lists: its tier first, then its seats. */
export function accountValue(tier: Tier, seats: number): number {
  return TIERS.indexOf(tier) * (MOST_SEATS + 1) + Math.min(seats, MOST_SEATS);
}

const PERSONAL = "person:";

/** Key of the account of somebody who belongs to no company; callers may not name one like it. */
export const personalKey = (email: string): string => `${PERSONAL}${email}`;

/** True for the account of a single person that ingest has made. */
export const isPersonalKey = (key: string): boolean => key.startsWith(PERSONAL);

/** Shown outside as `c_…`. */
export const CUSTOMER_PREFIX = "c";

/** Longest note on a customer, characters. */
export const NOTE_MAX = 10_000;
export const CUSTOMER_TAGS = 30;

const iso = z.iso.datetime();

/** Rows of one page of customers, or of their tickets. */
export const CUSTOMERS_PAGE = 50;

const before = z.string().max(120).optional();

export const CustomersQuery = z.object({
  /** Part of a name or an address; names are found though they are misspelt. */
  q: z.string().trim().max(200).optional(),
  /** Where the page before ended: `next` of that page. */
  before,
});
export type CustomersQuery = z.output<typeof CustomersQuery>;

const accountLine = z.object({ name: z.string(), tier: z.enum(TIERS), seats: z.number().int() });

export const CustomerRow = z.object({
  /** Public id, `c_…`. */
  id: z.string(),
  name: z.string(),
  emails: z.array(z.string()),
  tags: z.array(z.string()),
  account: accountLine,
  tickets: z.number().int(),
  open: z.number().int(),
  /** When one of their tickets last changed. */
  activeAt: iso,
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomersPage = z.object({ rows: z.array(CustomerRow), next: z.string().nullable() });
export type CustomersPage = z.infer<typeof CustomersPage>;

/** A note on a customer, for people at the desk only. */
export const CustomerNote = z.object({
  id: z.string(),
  /** Null: somebody who has left for good. */
  author: z.string().nullable(),
  /** The reader wrote it, and may change it. */
  mine: z.boolean(),
  text: z.string(),
  createdAt: iso,
  updatedAt: iso,
});
export type CustomerNote = z.infer<typeof CustomerNote>;

/** What people at the desk have put down about a customer. Notes newest first. */
export const CustomerNotes = z.object({
  tags: z.array(z.string()),
  notes: z.array(CustomerNote),
});
export type CustomerNotes = z.infer<typeof CustomerNotes>;

export const CustomerPage = z.object({
  id: z.string(),
  name: z.string(),
  aiStopped: z.boolean(),
  since: iso,
  emails: z.array(z.string()),
  telephones: z.array(z.string()),
  account: accountLine.extend({
    since: iso,
    trialUntil: iso.nullable(),
    onboarding: z.array(OnboardingStep),
    usage: Usage,
  }),
  /** Others of the same account. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Newest first. */
  billing: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      detail: z.string(),
      amountCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      at: iso,
    }),
  ),
  /** How they sounded in their newest tickets, −1…1, oldest first. */
  sentiment: z.array(
    z.object({ ticket: z.string(), number: z.number().int(), at: iso, value: z.number() }),
  ),
});
export type CustomerPage = z.infer<typeof CustomerPage>;

export const CustomerQuery = z.object({ id: z.string().max(60) });
export type CustomerQuery = z.output<typeof CustomerQuery>;

export const CustomerTicketsQuery = CustomerQuery.extend({
  /** Their own, or those of everybody in the account. */
  of: z.enum(["customer", "account"]).default("customer"),
  before,
});
export type CustomerTicketsQuery = z.output<typeof CustomerTicketsQuery>;

export const CustomerTicket = z.object({
  id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  customer: z.string(),
  status: TicketStatus,
  /** Its messages are in another ticket. */
  merged: z.boolean(),
  createdAt: iso,
  badge: z
    .object({ decision: Decision, reviewState: ReviewState, confidence: z.number() })
    .nullable(),
});
export type CustomerTicket = z.infer<typeof CustomerTicket>;

export const CustomerTicketsPage = z.object({
  rows: z.array(CustomerTicket),
  next: z.string().nullable(),
});
export type CustomerTicketsPage = z.infer<typeof CustomerTicketsPage>;

/** Some of what is known of a customer; `account` is the company's. */
const KnownFields = CustomerFields.partial().extend({
  account: AccountFields.partial().optional(),
});
export type KnownFields = z.infer<typeof KnownFields>;

/** What happens to a customer's record. Words of notes are in the notes alone. */
export const CUSTOMER_EVENTS = {
  /** What is known of a person or their account, corrected by hand or told by another system. */
  "customer.changed": z.object({
    customerId: z.uuid(),
    before: KnownFields,
    after: KnownFields,
  }),
  "customer.tagged": z.object({
    customerId: z.uuid(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
  "customer_note.changed": z.object({
    customerId: z.uuid(),
    noteId: z.uuid(),
    change: z.enum(["added", "edited", "removed"]),
  }),
} as const;
