import { z } from "zod";
import { TIERS } from "../customer/model";
import { Decision, ReviewState } from "../resolve/model";
import { ClockTarget } from "../sla/model";
import { Author, Channel, Priority, TicketStatus } from "../ticket/model";
import { FIXED_QUEUES, minuteWords, plainly, type Say, VIEW_SORTS } from "./terms";

export { FIXED_QUEUES, type FixedQueue, minuteWords } from "./terms";

const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes("\u0000"), "holds broken characters");
const several = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(50);
const amount = z.number().finite();
const iso = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string() });

/** One test on a ticket, as a list filters by it. */
export const ViewTest = z.discriminatedUnion("field", [
  z.object({ field: z.literal("status"), in: several(TicketStatus) }),
  z.object({ field: z.literal("priority"), in: several(Priority) }),
  z.object({ field: z.literal("channel"), in: several(Channel) }),
  z.object({ field: z.literal("source"), in: several(words) }),
  z.object({ field: z.literal("category"), in: several(words) }),
  z.object({ field: z.literal("intent"), in: several(words) }),
  z.object({ field: z.literal("language"), in: several(words) }),
  z.object({ field: z.literal("tier"), in: several(words) }),
  z.object({ field: z.literal("tag"), in: several(words) }),
  /** `none`: without one of them. */
  z.object({ field: z.literal("team"), in: several(z.string().max(60)) }),
  /** `me`: whoever looks; `none`: nobody's. */
  z.object({ field: z.literal("assignee"), in: several(z.string().max(60)) }),
  z.object({ field: z.literal("decision"), in: several(z.enum(["sent", "sent_flagged", "held"])) }),
  z.object({
    field: z.literal("review"),
    in: several(z.enum(["flagged", "held", "approved", "corrected", "rejected"])),
  }),
  /** −1…1 */
  z.object({ field: z.literal("sentiment"), below: amount.optional(), above: amount.optional() }),
  /** 0…1 */
  z.object({ field: z.literal("confidence"), below: amount.optional(), above: amount.optional() }),
  /** The customer has waited at least so many minutes. */
  z.object({ field: z.literal("waiting"), atLeast: z.number().int().min(0).max(5_256_000) }),
  /** Not older than so many minutes. */
  z.object({ field: z.literal("created"), within: z.number().int().min(1).max(5_256_000) }),
  z.object({ field: z.literal("updated"), within: z.number().int().min(1).max(5_256_000) }),
  /** `soon`: within the hour; `late`: missed. */
  z.object({ field: z.literal("sla"), in: several(z.enum(["soon", "late", "paused", "none"])) }),
  z.object({ field: z.literal("subject"), contains: words }),
  z.object({ field: z.literal("customer"), contains: words }),
  z.object({ field: z.literal("account"), contains: words }),
  z.object({ field: z.literal("unread"), is: z.boolean() }),
  z.object({ field: z.literal("snoozed"), is: z.boolean() }),
  z.object({ field: z.literal("mentions"), is: z.literal("me") }),
]);
export type ViewTest = z.infer<typeof ViewTest>;

/** What a list shows: tickets that pass all tests, or any of them. */
export const ViewFilter = z.object({
  match: z.enum(["all", "any"]).default("all"),
  tests: z.array(ViewTest).max(20),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

/** Shown outside as `view_…`. */
export const VIEW_PREFIX = "view";

/** Orders of a list of tickets. */
export const ViewSort = z.enum(VIEW_SORTS);
export type ViewSort = z.infer<typeof ViewSort>;

/** Longest filter in an address, characters of JSON. */
const FILTER_MAX = 6_000;

/** A filter as it stands in an address; null when it is none. */
export function readFilter(text: string): ViewFilter | null {
  try {
    const filter = ViewFilter.safeParse(JSON.parse(text));
    return filter.success ? filter.data : null;
  } catch {
    return null; // not JSON
  }
}

/** Names for what a test holds by id; what is not in it is shown as it is. */
export type TestNames = {
  people: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
  intents: ReadonlyMap<string, string>;
};

/** What each field is called on the screen. */
export const FIELD_WORDS: Record<ViewTest["field"], string> = {
  status: "Status",
  priority: "Priority",
  assignee: "Assignee",
  team: "Team",
  tag: "Tag",
  category: "Category",
  intent: "Intent",
  channel: "Channel",
  source: "Source",
  language: "Language",
  tier: "Tier",
  account: "Account",
  customer: "Customer",
  subject: "Subject",
  waiting: "Waiting",
  sla: "SLA",
  created: "Created",
  updated: "Updated",
  sentiment: "Sentiment",
  confidence: "Confidence",
  decision: "AI decision",
  review: "Review",
  unread: "Unread",
  snoozed: "Snoozed",
  mentions: "Mentions",
};

const VALUE_WORDS: Partial<Record<ViewTest["field"], Readonly<Record<string, string>>>> = {
  status: {
    open: "open",
    in_progress: "in progress",
    pending_customer: "pending customer",
    resolved: "resolved",
    closed: "closed",
  },
  priority: { low: "low", normal: "normal", high: "high", urgent: "urgent" },
  review: {
    flagged: "flagged",
    held: "held",
    approved: "approved",
    corrected: "corrected",
    rejected: "rejected",
  },
  sla: { soon: "due soon", late: "missed", paused: "paused", none: "none" },
  decision: { sent: "sent", sent_flagged: "sent, to review", held: "held" },
  channel: { in_app: "in-app", api: "API", manual: "entered by hand", email: "e-mail" },
  assignee: { me: "me", none: "nobody" },
  team: { none: "none" },
};

/** "Status is open or in progress": a test in plain words. */
export function testWords(test: ViewTest, names: TestNames, say: Say = plainly): string {
  const field = say(FIELD_WORDS[test.field]);
  if ("in" in test) {
    const said = test.in.map((value) => valueWords(test.field, value, names, say));
    return say("{{field}} is {{values}}", { field, values: said.join(say(" or ")) });
  }
  switch (test.field) {
    case "sentiment":
    case "confidence":
      return `${field} ${rangeWords(test, say)}`;
    case "waiting":
      return say("Waiting at least {{span}}", { span: minuteWords(test.atLeast, say) });
    case "created":
    case "updated":
      return say("{{field}} in the last {{span}}", { field, span: minuteWords(test.within, say) });
    case "unread":
      return test.is ? say("Unread") : say("Read");
    case "snoozed":
      return test.is ? say("Snoozed") : say("Not snoozed");
    case "mentions":
      return say("Mentions me");
    default:
      return say("{{field}} contains “{{text}}”", { field, text: test.contains });
  }
}

/** One value of a test in plain words. */
function valueWords(field: ViewTest["field"], value: string, names: TestNames, say: Say): string {
  const said = VALUE_WORDS[field]?.[value];
  if (said) return say(said);
  if (field === "assignee") return names.people.get(value) ?? say("someone who has left");
  if (field === "team") return names.teams.get(value) ?? say("a team that is gone");
  if (field === "category") return names.categories.get(value) ?? value;
  if (field === "intent") return names.intents.get(value) ?? value.replaceAll("_", " ");
  return value;
}

type Span = { below?: number | undefined; above?: number | undefined };

function rangeWords({ below, above }: Span, say: Say): string {
  const number = (value: number) => value.toFixed(2).replace("-", "−");
  const parts = [
    above === undefined ? "" : say("above {{n}}", { n: number(above) }),
    below === undefined ? "" : say("below {{n}}", { n: number(below) }),
  ].filter(Boolean);
  return parts.join(say(" and ")) || say("known");
}

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
