import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import { TIERS, type Tier } from "@/lib/customer/model";
import type { Leaf } from "@/lib/rule/model";
import { CHANNELS, type Channel, PRIORITIES, type Priority } from "@/lib/ticket/model";

export type FieldName = Leaf["field"];

/** What each test is called. */
export const FIELD_LABELS: Record<FieldName, string> = says({
  intent: "Intent",
  category: "Category",
  text: "Text mentions",
  pattern: "Text matches a pattern",
  subject: "Subject mentions",
  sentiment: "Sentiment",
  trend: "Mood trend",
  priority: "Scored priority",
  tier: "Plan",
  account: "Account",
  paying: "Account pays",
  trial: "Account is in trial",
  failed_invoices: "Failed payments in 30 days",
  channel: "Channel",
  source: "Source",
  language: "Language",
  time: "Time",
  tag: "Tag",
  tool: "Tool used",
  recent: "Other tickets in 30 days",
  tried: "Steps already tried",
  novel: "Of no known kind",
  escalated: "Arrived escalated",
  customer: "Customer’s address has",
  customer_tag: "Tag of the customer",
  connection: "Connection",
  page: "Page has",
  product_area: "Product area",
  has_team: "Team so far",
  caller_priority: "Sender’s priority",
  caller_category: "Sender’s category",
  seats: "Seats",
  usage: "Usage",
  joined: "Joins a ticket",
});

/** How a new one begins. */
export const FRESH: Record<FieldName, () => Leaf> = {
  intent: () => ({ field: "intent", is: "", minScore: 0 }),
  category: () => ({ field: "category", is: "" }),
  text: () => ({ field: "text", contains: "" }),
  pattern: () => ({ field: "pattern", matches: "" }),
  subject: () => ({ field: "subject", contains: "" }),
  sentiment: () => ({ field: "sentiment", below: 0 }),
  trend: () => ({ field: "trend", below: 0 }),
  priority: () => ({ field: "priority", is: "high" }),
  tier: () => ({ field: "tier", is: "business" }),
  account: () => ({ field: "account", is: "" }),
  paying: () => ({ field: "paying", is: true }),
  trial: () => ({ field: "trial", is: true }),
  failed_invoices: () => ({ field: "failed_invoices", atLeast: 1 }),
  channel: () => ({ field: "channel", is: "email" }),
  source: () => ({ field: "source", is: "" }),
  language: () => ({ field: "language", is: "en" }),
  time: () => ({
    field: "time",
    days: [1, 2, 3, 4, 5],
    from: "09:00",
    to: "17:00",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }),
  tag: () => ({ field: "tag", is: "" }),
  tool: () => ({ field: "tool", is: "" }),
  recent: () => ({ field: "recent", atLeast: 3 }),
  tried: () => ({ field: "tried", atLeast: 1 }),
  novel: () => ({ field: "novel", is: true }),
  escalated: () => ({ field: "escalated", is: true }),
  customer: () => ({ field: "customer", contains: "" }),
  customer_tag: () => ({ field: "customer_tag", is: "" }),
  connection: () => ({ field: "connection", is: "" }),
  page: () => ({ field: "page", contains: "" }),
  product_area: () => ({ field: "product_area", is: "" }),
  has_team: () => ({ field: "has_team", is: "" }),
  caller_priority: () => ({ field: "caller_priority", is: "high" }),
  caller_category: () => ({ field: "caller_category", is: "" }),
  seats: () => ({ field: "seats", atLeast: 10 }),
  usage: () => ({ field: "usage", of: "", atLeast: 1 }),
  joined: () => ({ field: "joined", is: true }),
};

const CHANNEL_LABELS: Record<Channel, string> = says({
  email: "Email",
  in_app: "In app",
  webhook: "Webhook",
  chat: "Chat",
  api: "Api",
  manual: "Manual",
});
const TIER_LABELS: Record<Tier, string> = says({
  free: "Free",
  trial: "Trial",
  starter: "Starter",
  business: "Business",
  enterprise: "Enterprise",
});
const PRIORITY_LABELS: Record<Priority, string> = says({
  low: "Low",
  normal: "Normal",
  high: "High",
  urgent: "Urgent",
});

export const channelOptions = (t: T) =>
  CHANNELS.map((value) => ({ value, label: t(CHANNEL_LABELS[value]) }));
export const tierOptions = (t: T) =>
  TIERS.map((value) => ({ value, label: t(TIER_LABELS[value]) }));
export const priorityOptions = (t: T) =>
  PRIORITIES.map((value) => ({ value, label: t(PRIORITY_LABELS[value]) }));

/** What is missing or wrong in a test, before the desk looks at it; null when nothing is. */
export function leafProblem(leaf: Leaf, t: T): string | null {
  const label = t(FIELD_LABELS[leaf.field]);
  const named = leaf.field === "usage" ? leaf.of : "is" in leaf ? leaf.is : null;
  if (typeof named === "string" && named.trim() === "") {
    return t("{{label}}: say which.", { label });
  }
  if ("contains" in leaf && leaf.contains === "")
    return t("{{label}}: say which words.", { label });
  if (leaf.field === "pattern" && leaf.matches === "")
    return t("{{label}}: write a pattern.", { label });
  if (leaf.field === "sentiment" || leaf.field === "trend") {
    const { above, below } = leaf;
    if (above === undefined && below === undefined)
      return t("{{label}}: set one end at least.", { label });
    if (above !== undefined && below !== undefined && above >= below) {
      return t("{{label}}: “above” must be smaller than “below”.", { label });
    }
  }
  if (leaf.field !== "time") return null;
  if (leaf.days.length === 0) return t("{{label}}: name a day.", { label });
  return knownZone(leaf.zone)
    ? null
    : t("{{label}}: the zone is written like Europe/Berlin.", { label });
}

function knownZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== null;
  } catch {
    return false;
  }
}
