import { z } from "zod";
import { LabelGuess, LabelSpace } from "../predictor/model";
import type { RuleFacts, RuleOutcome } from "../rule/model";
import type { Priority, Reason, ScoredIntent } from "../ticket/model";

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

/** What people have called such requests, of the labels in use. */
export const LearnedGuess = LabelGuess.extend({
  /** Numbers of the tickets behind it, the most similar one first. */
  tickets: z.array(z.number().int()),
});
export type LearnedGuess = z.infer<typeof LearnedGuess>;

/** What was known when a message was routed; a space that nothing is known of is left out. */
export const Learned = z.partialRecord(LabelSpace, LearnedGuess);
export type Learned = z.infer<typeof Learned>;

/** What a model makes of a message, or why it says nothing; evidence only. */
export type SecondOpinion =
  | { model: string; intents: string[]; sentiment: number }
  | { model: string; failed: string };

/** What was learned decided this label. */
export const LearnedLabel = z.object({
  space: LabelSpace,
  label: z.string(),
  confidence: z.number(),
  /** Tickets that people gave it. */
  examples: z.number().int().optional(),
});
export type LearnedLabel = z.infer<typeof LearnedLabel>;

/** What routing looked at, as it was: enough to run classification and rules again. */
export type RoutingInputs = {
  /** What the customer asked, in all messages that nobody had answered; cut where too long. */
  text: string;
  /** The newest message alone. */
  latest: string;
  account: AccountFacts;
  history: Omit<HistoryFacts, "sameIntent"> & { intents: (string | null)[] };
  /** What the sending system thought; evidence only. */
  caller: { priority: Priority | null; category: string | null };
  /** What the rules tested, beside the text above. */
  facts: Omit<RuleFacts, "text">;
  /** What people had set by hand, which routing leaves alone. */
  byHand: { team: boolean; priority: boolean; category?: boolean; intent?: boolean };
  /** What was learned by then, so that it can be looked at as it was. */
  learned?: Learned;
  /** Where a model was asked. */
  second?: SecondOpinion;
};

/** What routing decided, with the evidence for each part. */
export type RoutingOutcome = {
  intents: ScoredIntent[];
  primary: string | null;
  novel: boolean;
  category: string;
  priority: Priority;
  reasons: Reason[];
  sentiment: number;
  sentimentReasons: Reason[];
  /** Null with fewer than two messages. */
  trend: number | null;
  language: string | null;
  tried: TriedStep[];
  team: string;
  /** Whom a rule gave it to, or why to nobody; null: no rule asked for it. */
  assignee: { personId: string | null; because: string } | null;
  tags: string[];
  /** The promise that a rule names; left out: none does. */
  sla?: NonNullable<RuleOutcome["sla"]>;
  /** Each rule with matched or not and why. */
  rules: RuleOutcome["rules"];
  /** Why the AI may only draft, in plain words. */
  aiMayNotBecause: string[];
  /** Labels that were learned, rather than read from the words. */
  learned?: LearnedLabel[];
};
