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
