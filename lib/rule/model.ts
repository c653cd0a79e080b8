import { z } from "zod";
import { Priority } from "../ticket/model";

/** Tests on the facts of a ticket. Later versions add kinds; unknown ones never match. */
export const Condition = z.discriminatedUnion("field", [
  z.object({
    field: z.literal("intent"),
    is: z.string(),
    minScore: z.number().min(0).max(1).default(0),
  }),
  z.object({ field: z.literal("category"), is: z.string() }),
  z.object({ field: z.literal("channel"), is: z.string() }),
  z.object({ field: z.literal("tier"), is: z.string() }),
  z.object({ field: z.literal("text"), contains: z.string().min(1) }),
  /** A pattern in RE2 syntax: it runs in linear time, whatever an admin writes. */
  z.object({ field: z.literal("pattern"), matches: z.string().min(1).max(500) }),
  z.object({ field: z.literal("language"), is: z.string() }),
  z.object({ field: z.literal("sentiment"), below: z.number().min(-1).max(1) }),
  z.object({ field: z.literal("priority"), is: Priority }),
]);
export type Condition = z.infer<typeof Condition>;

export const Actions = z.object({
  team: z.string().optional(),
  priority: Priority.optional(),
  /** Only then may a rule lower a scored priority. */
  priorityEvenIfLower: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  aiMayAnswer: z.boolean().optional(),
});
export type Actions = z.infer<typeof Actions>;

/** What rules test: the ticket as it was classified. */
export type RuleFacts = {
  intents: readonly { intent: string; score: number }[];
  category: string;
  channel: string;
  tier: string;
  text: string;
  language: string | null;
  sentiment: number;
  /** As scored, before any rule. */
  priority: Priority;
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
