import { z } from "zod";

/** What another system may do with its key. */
export const SCOPES = ["ingest", "tickets.read", "tickets.write"] as const;
export type Scope = (typeof SCOPES)[number];

export const DELIVERY_STATES = [
  "queued",
  "sending",
  "sent",
  "failed",
  "cancelled",
  "unknown",
] as const;
export const DeliveryState = z.enum(DELIVERY_STATES);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** How a reply leaves: `outbox` is the page that keeps mail where no mail server is set. */
export const TRANSPORTS = ["smtp", "outbox", "webhook", "pull"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Shown outside as `c_…`, a TypeID. */
export const CONNECTION_PREFIX = "c";
/** How an API key begins, so that scanners for leaked secrets can know it. */
export const KEY_PREFIX = "dh_";

const label = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);

export const NewConnection = z.object({
  name: label(80),
  /** The system behind it: `zendesk`, `widget`. */
  source: label(40),
  /** Where replies of channel `webhook` are posted. */
  replyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .nullish(),
});
export type NewConnection = z.infer<typeof NewConnection>;

export const NewApiKey = z.object({
  connectionId: z.uuid(),
  name: label(80),
  scopes: z.array(z.enum(SCOPES)).min(1),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

export const ConnectionRef = z.object({ connectionId: z.uuid() });
export type ConnectionRef = z.infer<typeof ConnectionRef>;

/** Hours that the old one of two secrets stays valid: none, one, a day, a week. */
export const OVERLAP_HOURS = [0, 1, 24, 168] as const;
export type OverlapHours = (typeof OVERLAP_HOURS)[number];
export const DEFAULT_OVERLAP: OverlapHours = 24;
const overlapHours = z.literal(OVERLAP_HOURS).default(DEFAULT_OVERLAP);

const HOUR_MS = 3_600_000;

/** Until when the old one of two secrets is valid; this very moment: not any more. */
export const overlapEnd = (now: Date, hours: OverlapHours): Date =>
  new Date(now.getTime() + hours * HOUR_MS);

export const SecretRotation = ConnectionRef.extend({ overlapHours });
export type SecretRotation = z.input<typeof SecretRotation>;

/** What is left out stays as it is. */
export const ConnectionChange = z.object({
  connectionId: z.uuid(),
  name: NewConnection.shape.name.optional(),
  replyUrl: NewConnection.shape.replyUrl,
  /** Switched off: nothing comes in, and replies for it wait. */
  disabled: z.boolean().optional(),
});
export type ConnectionChange = z.infer<typeof ConnectionChange>;

export const ApiKeyRef = z.object({ apiKeyId: z.uuid() });
export type ApiKeyRef = z.infer<typeof ApiKeyRef>;

export const KeyRotation = ApiKeyRef.extend({ overlapHours });
export type KeyRotation = z.input<typeof KeyRotation>;

/** A delivery as its message shows it. */
export const DeliveryView = z.object({
  /** Delivery's id, to find it in the outbox. */
  id: z.string(),
  state: DeliveryState,
  transport: z.string(),
  destination: z.string(),
  tries: z.number().int(),
  /** The other side's last answer, when it was no. */
  error: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** Rows of one page of the outbox. */
export const OUTBOX_PAGE = 50;

export const OutboxQuery = z.object({
  /** Where the page before ended: `next` of that page. */
  before: z.string().max(120).optional(),
});
export type OutboxQuery = z.output<typeof OutboxQuery>;

/** One reply on its way out, or that has left. */
export const OutboxRow = z.object({
  id: z.string(),
  ticket: z.object({
    /** Public id, `t_…`. */
    id: z.string(),
    number: z.number().int(),
    subject: z.string(),
    demo: z.boolean(),
  }),
  /** Mail address, or host and path of the webhook; empty where replies are fetched. */
  to: z.string(),
  transport: z.enum(TRANSPORTS),
  state: DeliveryState,
  tries: z.number().int(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});
export type OutboxRow = z.infer<typeof OutboxRow>;

export const OutboxPage = z.object({ rows: z.array(OutboxRow), next: z.string().nullable() });
export type OutboxPage = z.infer<typeof OutboxPage>;

export const OutboxItemQuery = z.object({ id: z.uuid() });
export type OutboxItemQuery = z.output<typeof OutboxItemQuery>;

export const OutboxItem = OutboxRow.extend({
  /** Message-ID of the mail or `webhook-id` of the call. */
  stableId: z.string(),
  /** The message exactly as it leaves: a raw mail, or the JSON of a call; null until composed. */
  raw: z.string().nullable(),
  /** What was said, for reading. */
  text: z.string(),
  /** The other side's answer. */
  response: z.record(z.string(), z.unknown()).nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

const key = z.object({ connectionId: z.uuid(), apiKeyId: z.uuid() });

/** How long the old one stays valid. */
const overlap = z.number().int().optional();

/** What is told of other systems and their keys. */
export const CHANNEL_EVENTS = {
  "connection.created": z.object({ connectionId: z.uuid() }),
  "connection.changed": z.object({
    connectionId: z.uuid(),
    change: z.enum([
      "renamed",
      "disabled",
      "enabled",
      "reply_url",
      "secret_rotated",
      "old_secret_ended",
    ]),
    overlapHours: overlap,
  }),
  "api_key.created": key,
  "api_key.revoked": key,
  "api_key.rotated": key.extend({ from: z.uuid(), overlapHours: overlap }),
} as const;
