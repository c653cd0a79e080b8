import { z } from "zod";
import { TicketStatus } from "../ticket/model";

/** A ticket by what people call it, `1042` or `#1042`, or by its id, `t_…`. */
export const FindQuery = z.object({ ref: z.string().trim().min(1, "name a ticket").max(60) });
export type FindQuery = z.output<typeof FindQuery>;

export const FoundTicket = z.object({
  /** Public id, `t_…`. */
  id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  status: TicketStatus,
  customer: z.string(),
  /** Of a merged ticket: the number that it had, which now leads to this one. */
  was: z.number().int().nullable(),
});
export type FoundTicket = z.infer<typeof FoundTicket>;

export const SEARCH_LIMITS = {
  /** Characters of the box, and words in it; what is beyond is cut off, and said so. */
  length: 300,
  words: 12,
  /** What one answer holds. */
  tickets: 50,
  customers: 5,
} as const;

/** What the box understands beside words, with what each takes, for hints and the help. */
export const OPERATORS = [
  { name: "from", takes: "a customer's name or address", example: "from:oliveira" },
  { name: "account", takes: "an account's name, or somebody's address", example: "account:acme" },
  { name: "to", takes: "the same as account:", example: "to:acme" },
  { name: "tag", takes: "a tag", example: "tag:vip" },
  {
    name: "status",
    takes: "open, in_progress, pending_customer, resolved or closed",
    example: "status:open",
  },
  { name: "intent", takes: "an intent", example: "intent:refund" },
  { name: "category", takes: "a category", example: "category:billing" },
  { name: "priority", takes: "low, normal, high or urgent", example: "priority:urgent" },
  { name: "assignee", takes: "me, none or a colleague's name", example: "assignee:me" },
  { name: "team", takes: "a team's name", example: "team:billing" },
  {
    name: "channel",
    takes: "email, in_app, webhook, chat, api or manual",
    example: "channel:email",
  },
  { name: "before", takes: "a day like 2026-03-01, or an age like 7d or 2w", example: "before:2w" },
  { name: "after", takes: "a day like 2026-03-01, or an age like 7d or 2w", example: "after:7d" },
  { name: "is", takes: "open, closed, unassigned or unread", example: "is:open" },
  { name: "has", takes: "note", example: "has:note" },
] as const;
export type OperatorName = (typeof OPERATORS)[number]["name"];

/** What stands in the box. Longer ones are cut by the reader: a paste is no mistake. */
export const SearchQuery = z.object({ q: z.string().max(20_000).default("") });
export type SearchQuery = z.output<typeof SearchQuery>;

/** A piece of text; `hit`: it is what was looked for. */
export const Piece = z.object({ text: z.string(), hit: z.boolean() });
export type Piece = z.infer<typeof Piece>;

/** Where the words stand. */
export const FoundWhere = z.enum(["message", "note", "subject", "customer"]);
export type FoundWhere = z.infer<typeof FoundWhere>;

export const TicketHit = z.object({
  /** Public id, `t_…`. */
  id: z.string(),
  number: z.number().int(),
  subject: z.array(Piece),
  snippet: z.array(Piece),
  customer: z.array(Piece),
  status: TicketStatus,
  /** When the message was written, or the ticket last changed. */
  at: z.iso.datetime(),
  where: FoundWhere,
});
export type TicketHit = z.infer<typeof TicketHit>;

export const CustomerHit = z.object({
  /** Public id, `c_…`. */
  id: z.string(),
  name: z.array(Piece),
  email: z.string().nullable(),
  account: z.string(),
  tickets: z.number().int(),
});
export type CustomerHit = z.infer<typeof CustomerHit>;

export const SearchResult = z.object({
  /** What was not understood, in plain words. */
  hints: z.array(z.string()),
  tickets: z.array(TicketHit),
  customers: z.array(CustomerHit),
  /** There are more tickets than these. */
  more: z.boolean(),
});
export type SearchResult = z.infer<typeof SearchResult>;
