import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import type { BillingKind } from "@/lib/customer/model";
import { TIERS, type Tier } from "@/lib/customer/terms";
import type { TicketView } from "@/lib/inbox/model";
import { STATUS_WORDS } from "@/lib/inbox/terms";
import type { Channel } from "@/lib/ticket/model";

export const CHANNEL_WORDS: Record<Channel, string> = says({
  email: "E-mail",
  in_app: "In-app",
  webhook: "Webhook",
  chat: "Chat",
  api: "API",
  manual: "Entered by hand",
});

export const TIER_WORDS: Record<Tier, string> = Object.fromEntries(
  TIERS.map((tier) => [tier, tier.charAt(0).toUpperCase() + tier.slice(1)]),
) as Record<Tier, string>; // one entry for each of TIERS

const BILLING_WORDS: Record<BillingKind, string> = says({
  invoice_paid: "Invoice paid",
  invoice_failed: "Payment failed",
  plan_changed: "Plan changed",
  refund: "Refund",
  seats_changed: "Seats changed",
});

export function billingWords(kind: string, t: T): string {
  return kind in BILLING_WORDS ? t(BILLING_WORDS[kind as BillingKind]) : kind.replaceAll("_", " ");
}

/** "€ 49.00"; empty where no money moved. */
export function moneyWords(cents: number | null, currency: string | null, t: T): string {
  if (cents === null || !currency) return "";
  try {
    return formatOf(t).number(cents / 100, { style: "currency", currency });
  } catch {
    return `${(cents / 100).toFixed(2)} ${currency}`; // a currency that this machine does not know
  }
}

/** How a ticket stands, for whoever saw it otherwise a moment ago. */
export function stateWords({ status, assignee, team, priority }: TicketView, t: T): string {
  const whose = assignee ? t("assigned to {{name}}", { name: assignee.name }) : t("unassigned");
  const parts = [
    t(STATUS_WORDS[status]),
    whose,
    team?.name,
    t("priority {{priority}}", { priority: t(PRIORITY_WORDS[priority]).toLowerCase() }),
  ];
  return t("Now: {{parts}}.", { parts: parts.filter(Boolean).join(", ") });
}

/** −1…1 as a word; the number goes beside it. */
export function sentimentWords(sentiment: number, t: T): string {
  if (sentiment <= -0.6) return t("Angry");
  if (sentiment <= -0.2) return t("Frustrated");
  if (sentiment < 0.2) return t("Neutral");
  return sentiment < 0.6 ? t("Friendly") : t("Happy");
}

/** Changes of mood below this are no trend. */
const TREND = 0.15;

/** How the mood has moved over the thread; empty where it has not. */
export function trendWords(trend: number | null, t: T): string {
  if (trend === null || Math.abs(trend) < TREND) return "";
  return trend > 0 ? t("· getting better") : t("· getting worse");
}

/** "activeSeats", "active_seats" → "Active seats". */
export function usageWords(name: string, t: T): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  return t.stored(words.charAt(0).toUpperCase() + words.slice(1));
}
