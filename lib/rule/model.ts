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
