import type { Priority } from "../ticket/model";

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
