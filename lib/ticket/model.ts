import { z } from "zod";

export const CHANNELS = ["email", "in_app", "webhook", "chat", "api", "manual"] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

export const TICKET_STATUSES = [
  "open",
  "in_progress",
  "pending_customer",
  "resolved",
  "closed",
] as const;
export const TicketStatus = z.enum(TICKET_STATUSES);
export type TicketStatus = z.infer<typeof TicketStatus>;

/** From least to most pressing; `medium` is read as `normal` at the door. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export const Priority = z.enum(PRIORITIES);
export type Priority = z.infer<typeof Priority>;

/** Rank of a priority, 0 (low) to 3 (urgent). */
export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

export const AUTHORS = ["customer", "agent", "ai", "system", "unknown"] as const;
export const Author = z.enum(AUTHORS);
export type Author = z.infer<typeof Author>;

export const MESSAGE_KINDS = ["message", "note", "tool_result", "handover"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a link between two tickets means, seen from the one that carries it. */
export const LINK_KINDS = ["continues", "duplicate", "split"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const ScoredIntent = z.object({ intent: z.string(), score: z.number().min(0).max(1) });
export type ScoredIntent = z.infer<typeof ScoredIntent>;

/** One reason in plain words, with the words of the customer that gave rise to it. */
export const Reason = z.object({ text: z.string(), evidence: z.array(z.string()).default([]) });
export type Reason = z.infer<typeof Reason>;

/**
 * Who may move a ticket: a person, the AI pipeline, the customer by writing, another system or the
 * clock, and the undoing of a merge or of a reply, which puts back what was.
 */
export const MOVERS = ["person", "ai", "customer", "system", "undo"] as const;
export type Mover = (typeof MOVERS)[number];

/**
 * Every legal move of a ticket. The only place that knows; `moveTicket` refuses the rest.
 * Source: the lifecycle of the specification.
 */
export const TRANSITIONS: readonly (readonly [TicketStatus, TicketStatus, Mover])[] = [
  ["open", "in_progress", "ai"],
  ["open", "in_progress", "person"],
  ["open", "pending_customer", "person"],
  ["open", "pending_customer", "system"],
  ["open", "resolved", "person"],
  ["open", "resolved", "system"],
  ["open", "resolved", "customer"],
  ["open", "closed", "person"],
  ["open", "closed", "system"],
  ["in_progress", "pending_customer", "ai"],
  ["in_progress", "pending_customer", "person"],
  ["in_progress", "pending_customer", "system"],
  ["in_progress", "resolved", "ai"],
  ["in_progress", "resolved", "person"],
  ["in_progress", "resolved", "system"],
  ["in_progress", "resolved", "customer"],
  ["in_progress", "open", "ai"],
  ["in_progress", "open", "person"],
  ["in_progress", "open", "customer"],
  ["in_progress", "open", "system"],
  ["in_progress", "closed", "person"],
  ["in_progress", "closed", "system"],
  ["pending_customer", "in_progress", "ai"],
  ["pending_customer", "in_progress", "person"],
  ["pending_customer", "open", "person"],
  ["pending_customer", "open", "customer"],
  ["pending_customer", "open", "system"],
  ["pending_customer", "resolved", "ai"],
  ["pending_customer", "resolved", "person"],
  ["pending_customer", "resolved", "customer"],
  ["pending_customer", "resolved", "system"],
  ["pending_customer", "closed", "person"],
  ["pending_customer", "closed", "system"],
  ["resolved", "open", "customer"],
  ["resolved", "open", "person"],
  ["resolved", "open", "system"],
  ["resolved", "closed", "person"],
  ["resolved", "closed", "system"],
  ["closed", "open", "customer"],
  ["closed", "open", "person"],
  ["closed", "open", "system"],
  // A merge closes the ticket that it empties, and a person's reply takes one into work.
  ["closed", "in_progress", "undo"],
  ["closed", "pending_customer", "undo"],
  ["closed", "resolved", "undo"],
  ["closed", "open", "undo"],
  ["open", "pending_customer", "undo"],
  ["open", "resolved", "undo"],
  ["open", "closed", "undo"],
  ["in_progress", "open", "undo"],
  ["in_progress", "pending_customer", "undo"],
  ["in_progress", "resolved", "undo"],
  ["in_progress", "closed", "undo"],
];

const LEGAL = new Set(TRANSITIONS.map((move) => move.join(">")));

/** True when `mover` may take a ticket from one status to another. Staying put is no move. */
export function mayMove(from: TicketStatus, to: TicketStatus, mover: Mover): boolean {
  return LEGAL.has(`${from}>${to}>${mover}`);
}

/** A status in the words of a sentence. */
export const statusWords = (status: TicketStatus): string => status.replaceAll("_", " ");

/** True when a ticket is over: nobody waits, nothing is to be done. */
export const isSettled = (status: TicketStatus): boolean =>
  status === "resolved" || status === "closed";

/** Fields of a ticket that a merge may change; times are ISO 8601. */
export type MergedFields = {
  status: TicketStatus;
  movedBy: Mover | null;
  waitingSince: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  snoozedUntil: string | null;
  nextTryAt: string | null;
  tags: string[];
};

export type MergedAttempt = {
  id: string;
  reviewState: string;
  outcome: string | null;
  of?: "source" | "target";
};

/** What a merge found and changed. Enough to put both tickets back. */
export type MergeSnapshot = {
  /** Fields of both as they were before. */
  source: Partial<MergedFields>;
  target: Partial<MergedFields>;
  /** The target's as the merge left them: what differs later, life has changed. */
  after?: Partial<MergedFields>;
  /** Messages of the target after the merge: more of them later mean that something has come. */
  count?: number;
  /** Messages that went over, with the "why did this land here" that they had. */
  messages: { id: string; landedBecause: string }[];
  /** Addresses that the target gained. */
  participants: string[];
  /** Attempts that went over, and held ones of the target, with the review state that they had. */
  attempts: MergedAttempt[];
};

export const LIMITS = {
  id: 255,
  subject: 998,
  name: 255,
  tags: 50,
  tag: 64,
  /** Bytes of a request, body and all. */
  request: 1_000_000,
  /** Characters of a message that full-text search reads. */
  indexed: 100_000,
} as const;

/** Shown outside as `t_…`, a TypeID (prefix and base32 of the uuid). */
export const TICKET_PREFIX = "t";

/** The address of the page that a customer was looking at, where the sender has named one. */
export function pageOf({ metadata }: { metadata: Record<string, unknown> }): string | null {
  const { page } = metadata;
  if (typeof page !== "object" || page === null || !("url" in page)) return null;
  return typeof page.url === "string" ? page.url : null;
}
