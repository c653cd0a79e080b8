import { z } from "zod";

/** Intents that the desk knows by heart; every other message is unclassified. */
export const INTENTS = [
  "security_report",
  "cancellation_intent",
  "billing_problem",
  "bug_report",
  "usage_help",
  "feature_request",
] as const;
export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;

/** An intent counts from this score on. */
export const INTENT_THRESHOLD = 0.5;

/** A step towards a solution that was taken before the customer wrote to us. */
export const TriedStep = z.object({
  /** In the customer's words. */
  step: z.string(),
  by: z.enum(["customer", "us", "unknown"]),
  /** False: it did not help; true: it did, for a while or in part; null: not said. */
  helped: z.boolean().nullable(),
});
export type TriedStep = z.infer<typeof TriedStep>;

/** What is known of an account when its ticket is routed. */
export const AccountFacts = z.object({
  tier: z.string(),
  /** True while the trial runs. */
  inTrial: z.boolean(),
  paying: z.boolean(),
  /** Payments that failed in the last 30 days. */
  failedInvoices: z.number().int(),
  /** The first onboarding step that is not done. */
  openOnboardingStep: z.string().nullable(),
});
export type AccountFacts = z.infer<typeof AccountFacts>;

/** Of the customer's other tickets. */
export type HistoryFacts = {
  /** Written in the last 30 days. */
  recent: number;
  /** Of those, with the same primary intent. */
  sameIntent: number;
  /** Customer messages in this ticket. */
  messages: number;
};
