import { z } from "zod";
import { TIERS } from "../customer/model";
import { FILTER_MAX, ViewFilter } from "../filter/model";
import { Decision, ReviewState } from "../resolve/model";
import { ClockTarget } from "../sla/model";
import { Author, Priority, TicketStatus } from "../ticket/model";
import { FIXED_QUEUES, VIEW_SORTS } from "./terms";

export { readFilter, ViewFilter, ViewTest } from "../filter/model";
export { FIXED_QUEUES, type FixedQueue, minuteWords } from "./terms";

const iso = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string() });

/** Shown outside as `view_…`. */
export const VIEW_PREFIX = "view";

/** Orders of a list of tickets. */
export const ViewSort = z.enum(VIEW_SORTS);
export type ViewSort = z.infer<typeof ViewSort>;

/** A view as its owner and their colleagues see it. */
export const View = z.object({
  /** Public id, `view_…`. */
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  /** The reader made it. */
  own: z.boolean(),
  /** The reader may change it: their own, and for admins every shared one. */
  mayChange: z.boolean(),
  shared: z.boolean(),
  filter: ViewFilter,
  sort: ViewSort,
});
export type View = z.infer<typeof View>;

export const TEAM_PREFIX = "team";
export const QueueName = z.union([
  z.enum(FIXED_QUEUES),
  z.string().regex(/^(team|view)_[0-9a-z]{26}$/, "is not a queue"),
]);

/** Rows of one page of a queue. */
export const QUEUE_PAGE = 50;

export const QueueQuery = z.object({
  queue: QueueName,
  sort: ViewSort.default("newest"),
  /** Where the page before ended: `next` of that page. */
  before: z.string().max(120).optional(),
  /** JSON of a ViewFilter, on top of the queue. */
  filter: z.string().max(FILTER_MAX).optional(),
});
export type QueueQuery = z.output<typeof QueueQuery>;

/** What a badge shows: the stored decision, never a recomputed one. */
export const Badge = z.object({
  decision: Decision,
  reviewState: ReviewState,
  /** Probability 0…1. */
  confidence: z.number(),
});
export type Badge = z.infer<typeof Badge>;

export const QueueRow = z.object({
  /** Public id, `t_…`. */
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  subject: z.string(),
  customer: z.string(),
  account: z.object({ name: z.string(), tier: z.enum(TIERS) }),
  /** The newest public message's first words, and who wrote it. */
  snippet: z.object({ author: Author, name: z.string().nullable(), text: z.string() }).nullable(),
  /** The customer has written since the reader looked, or the reader never has. */
  unread: z.boolean(),
  status: TicketStatus,
  priority: Priority,
  category: z.string(),
  intent: z.string().nullable(),
  tags: z.array(z.string()),
  team: z.string().nullable(),
  assignee: named.nullable(),
  waitingSince: iso.nullable(),
  updatedAt: iso,
  snoozedUntil: iso.nullable(),
  duplicate: z.boolean(),
  nextTryAt: iso.nullable(),
  /** How the promise stands; null where nothing is promised. */
  sla: z
    .object({
      dueAt: iso.nullable(),
      target: ClockTarget.nullable(),
      paused: z.boolean(),
      breachedAt: iso.nullable(),
    })
    .nullable(),
  /** How much depends on the account. */
  value: z.number().int(),
  /** −1…1; null before routing. */
  sentiment: z.number().nullable(),
  badge: Badge.nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueuePage = z.object({ rows: z.array(QueueRow), next: z.string().nullable() });
export type QueuePage = z.infer<typeof QueuePage>;

/** What is told of lists that people have saved. */
export const VIEW_EVENTS = {
  "view.changed": z.object({
    viewId: z.uuid(),
    change: z.enum(["created", "edited", "removed", "restored"]),
    shared: z.boolean(),
  }),
} as const;
