import type { BillingKind } from "@/lib/customer/model";
import { TIERS, type Tier } from "@/lib/customer/model";
import { STATUS_WORDS, type TicketView } from "@/lib/inbox/model";
import type { Channel } from "@/lib/ticket/model";

export const CHANNEL_WORDS: Record<Channel, string> = {
  email: "E-mail",
  in_app: "In-app",
  webhook: "Webhook",
  chat: "Chat",
  api: "API",
  manual: "Entered by hand",
};

export const TIER_WORDS: Record<Tier, string> = Object.fromEntries(
  TIERS.map((tier) => [tier, tier.charAt(0).toUpperCase() + tier.slice(1)]),
) as Record<Tier, string>; // one entry for each of TIERS

const BILLING_WORDS: Record<BillingKind, string> = {
  invoice_paid: "Invoice paid",
  invoice_failed: "Payment failed",
  plan_changed: "Plan changed",
  refund: "Refund",
  seats_changed: "Seats changed",
};

export function billingWords(kind: string): string {
  return kind in BILLING_WORDS ? BILLING_WORDS[kind as BillingKind] : kind.replaceAll("_", " ");
}

/** "€ 49.00"; empty where no money moved. */
export function moneyWords(cents: number | null, currency: string | null): string {
  if (cents === null || !currency) return "";
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(cents / 100);
  } catch {
    return `${(cents / 100).toFixed(2)} ${currency}`; // a currency that this machine does not know
  }
}

/** How a ticket stands, for whoever saw it otherwise a moment ago. */
export function stateWords({ status, assignee, team, priority }: TicketView): string {
  const whose = assignee ? `assigned to ${assignee.name}` : "unassigned";
  const parts = [STATUS_WORDS[status], whose, team?.name, `priority ${priority}`];
  return `Now: ${parts.filter(Boolean).join(", ")}.`;
}

/** −1…1 as a word; the number goes beside it. */
export function sentimentWords(sentiment: number): string {
  if (sentiment <= -0.6) return "Angry";
  if (sentiment <= -0.2) return "Frustrated";
  if (sentiment < 0.2) return "Neutral";
  return sentiment < 0.6 ? "Friendly" : "Happy";
}

/** "activeSeats", "active_seats" → "Active seats". */
export function usageWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
