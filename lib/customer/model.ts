import { z } from "zod";

export const TIERS = ["free", "trial", "starter", "business", "enterprise"] as const;
export type Tier = (typeof TIERS)[number];

export const BILLING_KINDS = [
  "invoice_paid",
  "invoice_failed",
  "plan_changed",
  "refund",
  "seats_changed",
] as const;
export type BillingKind = (typeof BILLING_KINDS)[number];

export const OnboardingStep = z.object({ step: z.string(), done: z.boolean() });
export type OnboardingStep = z.infer<typeof OnboardingStep>;

/** What an account uses: counts by name, as the customer's system reports them. */
export const Usage = z.record(z.string(), z.number());
export type Usage = z.infer<typeof Usage>;

/** A paying account: one whose plan costs money today. */
export function isPaying(tier: Tier): boolean {
  return tier === "starter" || tier === "business" || tier === "enterprise";
}

const PERSONAL = "person:";

/** Key of the account of somebody who belongs to no company; callers may not name one like it. */
export const personalKey = (email: string): string => `${PERSONAL}${email}`;

/** True for the account of a single person that ingest has made. */
export const isPersonalKey = (key: string): boolean => key.startsWith(PERSONAL);
