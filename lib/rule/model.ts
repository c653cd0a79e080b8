import { z } from "zod";
import { Priority } from "../ticket/model";

const flag = z.boolean();
const count = z.number().int().min(0);
const words = z.string().min(1);
const feeling = z.number().min(-1).max(1);

/** A range of a feeling, -1..1; both ends are left out themselves. */
const range = { below: feeling.optional(), above: feeling.optional() };

/** One test on the facts of a ticket. Later versions add kinds; unknown ones never match. */
const Leaf = z.discriminatedUnion("field", [
  z.object({
    field: z.literal("intent"),
    is: z.string(),
    minScore: z.number().min(0).max(1).default(0),
  }),
  z.object({ field: z.literal("category"), is: z.string() }),
  z.object({ field: z.literal("channel"), is: z.string() }),
  /** The system behind the channel. */
  z.object({ field: z.literal("source"), is: z.string() }),
  z.object({ field: z.literal("tier"), is: z.string() }),
  z.object({ field: z.literal("text"), contains: words }),
  z.object({ field: z.literal("subject"), contains: words }),
  /** A pattern in RE2 syntax: it runs in linear time, whatever an admin writes. */
  z.object({ field: z.literal("pattern"), matches: words.max(500) }),
  z.object({ field: z.literal("language"), is: z.string() }),
  z.object({ field: z.literal("sentiment"), ...range }),
  /** How the feeling changes within the ticket; unknown with one message. */
  z.object({ field: z.literal("trend"), ...range }),
  /** As scored, before any rule. */
  z.object({ field: z.literal("priority"), is: Priority }),
  /** Had before routing: set by the sending system or by hand. */
  z.object({ field: z.literal("tag"), is: z.string() }),
  z.object({ field: z.literal("tool"), is: z.string() }),
  /** Other tickets of the customer in the last 30 days. */
  z.object({ field: z.literal("recent"), atLeast: count }),
  /** Payments that failed in the last 30 days. */
  z.object({ field: z.literal("failed_invoices"), atLeast: count }),
  /** Steps that the customer has already tried. */
  z.object({ field: z.literal("tried"), atLeast: count }),
  z.object({ field: z.literal("trial"), is: flag }),
  z.object({ field: z.literal("paying"), is: flag }),
  /** No known intent. */
  z.object({ field: z.literal("novel"), is: flag }),
  /** It arrived with a reason for its escalation. */
  z.object({ field: z.literal("escalated"), is: flag }),
]);
export type Leaf = z.infer<typeof Leaf>;

/** A test, or tests joined by and, or, not. An empty `all` holds; an empty `any` does not. */
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Tests in one group: far more than a person reads. */
const MOST = 50;

const group = (inner: z.ZodType<Condition>) =>
  z.union([
    Leaf,
    z.strictObject({ all: z.array(inner).max(MOST) }),
    z.strictObject({ any: z.array(inner).max(MOST) }),
    z.strictObject({ not: inner }),
  ]);

/** Groups may stand in groups, three deep. */
export const Condition: z.ZodType<Condition> = group(group(group(Leaf)));

/** Who of the team takes a ticket that nobody has yet. */
const AssigneeRule = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("person"), personId: z.uuid() }),
  /** Each in turn. */
  z.object({ mode: z.literal("round_robin") }),
  /** Whoever has the fewest tickets that are not over. */
  z.object({ mode: z.literal("least_busy") }),
]);
export type AssigneeRule = z.infer<typeof AssigneeRule>;

export const Actions = z.object({
  team: z.string().optional(),
  priority: Priority.optional(),
  /** Only then may a rule lower a scored priority. */
  priorityEvenIfLower: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  aiMayAnswer: z.boolean().optional(),
  assignee: AssigneeRule.optional(),
});
export type Actions = z.infer<typeof Actions>;

/** What rules test: the ticket as it was classified. */
export type RuleFacts = {
  intents: readonly { intent: string; score: number }[];
  category: string;
  channel: string;
  source: string;
  tier: string;
  text: string;
  subject: string;
  language: string | null;
  sentiment: number;
  /** Null with fewer than two messages. */
  trend: number | null;
  /** As scored, before any rule. */
  priority: Priority;
  tags: readonly string[];
  tools: readonly string[];
  recent: number;
  failedInvoices: number;
  tried: number;
  inTrial: boolean;
  paying: boolean;
  novel: boolean;
  escalated: boolean;
};

/** A rule as it is stored. `unreadable`: its conditions are of a kind that this version lacks. */
export type Rule = {
  id: string;
  name: string;
  conditions: Condition[];
  actions: Actions;
  onMatch: "stop" | "continue";
  unreadable?: boolean;
};

/** What the rules decided, and for each of them whether it matched and why. */
export type RuleOutcome = {
  /** Null: no rule named one. */
  team: { name: string; rule: string } | null;
  /** Null: no rule names one. */
  assignee: { want: AssigneeRule; rule: string } | null;
  priority: Priority;
  tags: string[];
  aiMayAnswer: boolean;
  /** Rules that said so, for the timeline. */
  aiStoppedBy: string | null;
  /** What changed the priority, in plain words. */
  priorityReasons: string[];
  rules: { name: string; matched: boolean; why: string }[];
};

/** Default routing: intent → team, priority, tags. Order is the rules' own priority. */
export const DEFAULT_ROUTES = [
  {
    intent: "security_report",
    name: "Security reports",
    team: "Security",
    priority: "urgent",
    tags: ["security", "compliance"],
  },
  {
    intent: "cancellation_intent",
    name: "Cancellations",
    team: "Retention",
    priority: "urgent",
    tags: ["churn", "cancellation"],
  },
  {
    intent: "billing_problem",
    name: "Billing problems",
    team: "Billing Team",
    priority: "high",
    tags: ["billing", "urgent"],
  },
  {
    intent: "bug_report",
    name: "Bug reports",
    team: "Engineering",
    priority: "high",
    tags: ["bug", "engineering"],
  },
  {
    intent: "usage_help",
    name: "How-to questions",
    team: "Support Tier 2",
    priority: "normal",
    tags: ["documentation", "help"],
  },
  {
    intent: "feature_request",
    name: "Feature requests",
    team: "Product",
    priority: "low",
    tags: ["feature-request", "product"],
  },
] as const satisfies readonly {
  intent: string;
  name: string;
  team: string;
  priority: Priority;
  tags: readonly string[];
}[];

/** What happens when no rule matches. */
export const DEFAULT_ROUTE = {
  team: "Support Tier 1",
  priority: "normal",
  tags: ["unclassified"],
} as const;
