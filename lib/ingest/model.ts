import { z } from "zod";
import { AccountFields, BILLING_KINDS } from "../customer/model";
import { Email } from "../person/model";
import { DECISIONS } from "../resolve/model";
import { Channel, LIMITS, PRIORITIES, TICKET_STATUSES } from "../ticket/model";

const text = () =>
  z.string({ error: ({ input }) => (input === undefined ? "is missing" : "must be text") });

/** A line that may stand in a header: no line break or other control character splits it. */
const line = (max: number) =>
  text()
    .max(max, `must be at most ${max} characters`)
    // A tab is what a folded header leaves behind; it splits nothing.
    .regex(/^(?:\t|[^\p{Cc}\u2028\u2029])*$/u, "must not hold line breaks or control characters");

const filled = (max: number) => line(max).refine((text) => text.trim() !== "", "must not be blank");

/** Ids are compared as they came, so they are not trimmed. */
const externalId = filled(LIMITS.id);

/** Older times are a broken clock or a unit mixed up; the year 0 is none that Postgres knows. */
const EARLIEST = Date.UTC(1990, 0, 1);

const time = z.iso
  .datetime({ offset: true, error: "must be a time like 2026-11-21T10:15:00Z" })
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() >= EARLIEST, "must be 1990 or later");

const optionalLine = (max: number) =>
  line(max)
    .transform((text) => text.trim() || undefined)
    .optional();

/** Nothing that a reader would see: spaces, marks of direction, fillers that look empty. */
const NOTHING_VISIBLE = /^[\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]*$/u;

const words = text().refine((text) => !NOTHING_VISIBLE.test(text), "must not be blank");

const webUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).max(2048);

const Attachment = z.union([
  webUrl.transform((url): { url: string; name?: string } => ({ url })),
  z.object({ url: webUrl, name: line(LIMITS.name).optional() }),
]);

/** What other systems call those who speak. */
const ROLES = {
  customer: "customer",
  user: "customer",
  assistant: "ai",
  ai: "ai",
  bot: "ai",
  agent: "agent",
  human: "agent",
  system: "system",
  tool: "system",
} as const;

const Role = z
  .enum(Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]])
  .transform((role) => ROLES[role]);

const Turn = z.object({ role: Role, content: words, at: time.optional() });

/** A tool that an AI agent has run before it handed over: its name, or an object that holds it. */
const Tool = z.union([
  filled(LIMITS.name).transform((name) => ({ name })),
  z.looseObject({ name: filled(LIMITS.name) }),
]);

const MOST = { usage: 100, steps: 100, billing: 100 };

const named = z.string().trim().min(1, "is missing").max(LIMITS.tag);

/** Counts by name; a system that counts more things than people read has mistaken the field. */
const Usage = z
  .record(named, z.number())
  .refine((usage) => Object.keys(usage).length <= MOST.usage, `at most ${MOST.usage} counts`);

const Billing = z.object({
  id: externalId.optional(),
  kind: z.enum(BILLING_KINDS, `must be one of ${BILLING_KINDS.join(", ")}`),
  /** Hundredths of `currency`; left out where no money moved. */
  amount_cents: z.number().int("must be a whole number of cents").safe().optional(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "must be a code like EUR")
    .optional(),
  detail: line(LIMITS.name).default(""),
  at: time,
});

/** Cents of what? */
const BillingEvent = Billing.refine(
  ({ amount_cents, currency }) => amount_cents === undefined || currency !== undefined,
  { path: ["currency"], message: "is missing: an amount has one" },
).transform(({ amount_cents, currency, ...event }) => ({
  ...event,
  amountCents: amount_cents ?? null,
  currency: currency ?? null,
}));

const { tier, seats } = AccountFields.shape;

/** An account by its name alone, or with what the sending system knows of it. */
const Account = z
  .preprocess(
    (told) => (typeof told === "string" ? { id: told, name: told } : told),
    z.object({
      id: filled(LIMITS.id),
      name: filled(LIMITS.name).optional(),
      tier: tier.optional(),
      seats: seats.optional(),
      /** Null: no trial. */
      trial_until: time.nullable().optional(),
      usage: Usage.optional(),
      onboarding_steps: z
        .array(z.object({ step: named, done: z.boolean().default(false) }))
        .max(MOST.steps, `at most ${MOST.steps}`)
        .optional(),
      billing_events: z
        .array(BillingEvent)
        .max(MOST.billing, `at most ${MOST.billing}`)
        .default([]),
    }),
  )
  .transform(({ id, name = id, ...told }) => ({
    key: id.trim().toLowerCase(),
    name,
    facts: factsOf(told),
  }))
  .refine(({ key }) => !key.startsWith("person:"), "must not begin with person:");

type Told = {
  tier?: z.output<typeof tier> | undefined;
  seats?: number | undefined;
  trial_until?: Date | null | undefined;
  usage?: Record<string, number> | undefined;
  onboarding_steps?: { step: string; done: boolean }[] | undefined;
  billing_events: z.output<typeof BillingEvent>[];
};

/** In the words of `lib/customer`; null when nothing beside the name is told. */
function factsOf({ trial_until, onboarding_steps, billing_events, ...plain }: Told) {
  const { tier, seats, usage } = plain;
  const fields = {
    ...(tier !== undefined && { tier }),
    ...(seats !== undefined && { seats }),
    ...(usage !== undefined && { usage }),
    ...(trial_until !== undefined && { trialUntil: trial_until?.toISOString() ?? null }),
    ...(onboarding_steps !== undefined && { onboarding: onboarding_steps }),
  };
  const any = Object.keys(fields).length > 0 || billing_events.length > 0;
  return any ? { ...fields, billing: billing_events } : null;
}

const RESOLUTION_STATES = ["resolved", "escalated", "pending_customer", "duplicate"] as const;

/** Enough for any conversation; keeps one request from being ten thousand rows. */
const MAX_TURNS = 1_000;
const MAX_ATTACHMENTS = 50;
const MAX_TOOLS = 100;

/**
 * A request as other systems send it. Fields that are not named here are ignored. Lengths count
 * UTF-16 units, as JavaScript does.
 */
export const IngestInput = z
  .object({
    external_id: externalId,
    channel: Channel,
    customer_email: line(LIMITS.name).pipe(Email),
    customer_name: optionalLine(LIMITS.name),
    subject: optionalLine(LIMITS.subject),
    body: words.optional(),
    kind: z.enum(["message", "tool_result", "outcome"]).default("message"),
    conversation_id: externalId.optional(),
    in_reply_to: externalId.optional(),
    account: Account.optional(),
    tags: z
      .array(filled(LIMITS.tag).transform((tag) => tag.trim()))
      .max(LIMITS.tags, `must be at most ${LIMITS.tags} tags`)
      .transform((tags) => [...new Set(tags)])
      .default([]),
    /** Evidence, not a decision. `medium` is read as `normal`. */
    priority: z
      .preprocess(
        (word) => (typeof word === "string" && /^medium$/i.test(word) ? "normal" : word),
        z.enum(PRIORITIES, "must be low, normal, high or urgent"),
      )
      .optional(),
    /** Evidence, not a decision. */
    category: optionalLine(LIMITS.tag),
    /** The part of the product that it is about; the newest word counts. */
    product_area: optionalLine(LIMITS.tag),
    created_at: time.optional(),
    /** From before the desk: never answered automatically. */
    historic: z.boolean().default(false),
    attachments: z.array(Attachment).max(MAX_ATTACHMENTS).default([]),
    metadata: z.record(z.string(), z.unknown()).optional(),
    page: z.union([webUrl.transform((url) => ({ url })), z.looseObject({})]).optional(),
    conversation_history: z.array(Turn).max(MAX_TURNS).default([]),
    tools_executed: z.array(Tool).max(MAX_TOOLS).default([]),
    escalation_reason: words.optional(),
    resolution_state: z.enum(RESOLUTION_STATES).optional(),
    /** The other ticket: `t_…`, or an id that this connection has sent. */
    duplicate_of: externalId.optional(),
  })
  .superRefine((input, refused) => {
    const lacks = (path: string, message: string) =>
      refused.addIssue({ code: "custom", path: [path], message });
    if (input.kind !== "outcome" && input.body === undefined) lacks("body", "is missing");
    if (input.kind === "outcome" && !input.resolution_state) {
      lacks("resolution_state", "is missing: an outcome says what became of it");
    }
    if (input.resolution_state === "duplicate" && !input.duplicate_of) {
      lacks("duplicate_of", "is missing: a duplicate names the other ticket");
    }
  });
export type IngestInput = z.output<typeof IngestInput>;

/** Most of a subject made from a body, characters. */
const SUBJECT_LENGTH = 80;

/** The summary line: as sent, else the beginning of the text. */
export function subjectOf(input: Pick<IngestInput, "subject" | "body" | "kind">): string {
  if (input.subject) return input.subject;
  const text = (input.body ?? `(${input.kind})`).replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (text.length <= SUBJECT_LENGTH) return text;
  return `${text.slice(0, SUBJECT_LENGTH).replace(/\s\S*$|[\ud800-\udbff]$/u, "")}…`;
}

/** Asks what became of tickets that the same connection has sent. */
export const SummaryQuery = z.object({ ticket_ids: z.array(z.string().max(64)).min(1).max(1000) });
export type SummaryQuery = z.output<typeof SummaryQuery>;

/** One ticket of the answer; `decision` and `confidence` are null while nothing was drafted. */
export const RequestSummary = z.object({
  ticket_id: z.string(),
  category: z.string(),
  intent: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  status: z.enum(TICKET_STATUSES),
  decision: z.enum(DECISIONS).nullable(),
  confidence: z.number().nullable(),
});
export type RequestSummary = z.output<typeof RequestSummary>;
