/** Shapes of the demo desk: plain data, no database. Times are minutes before the inserter's `now`. */

type DemoCategory = "billing" | "technical" | "onboarding" | "general";
export type DemoIntent =
  | "billing_problem"
  | "bug_report"
  | "feature_request"
  | "usage_help"
  | "cancellation_intent"
  | "security_report"
  | "unclassified";
export type DemoPriority = "low" | "normal" | "high" | "urgent";
type DemoStatus = "open" | "in_progress" | "pending_customer" | "resolved" | "closed";
export type DemoChannel = "email" | "in_app" | "webhook" | "chat" | "api" | "manual";
export type DemoTier = "trial" | "starter" | "business" | "enterprise";
export type DemoDecision = "sent" | "sent_flagged" | "held";
type DemoReviewState = "none" | "flagged" | "held" | "approved" | "corrected" | "rejected";
type DemoOutcome = "confirmed" | "no_follow_up" | "reopened";
export type DemoLanguage = "en" | "de" | "fr" | "es";
export type DemoTeam =
  | "Billing Team"
  | "Engineering"
  | "Product"
  | "Support Tier 1"
  | "Support Tier 2"
  | "Retention"
  | "Security";

export interface DemoArticle {
  slug: string;
  title: string;
  /** Markdown. */
  body: string;
  category: DemoCategory;
  tags: string[];
}

export interface DemoPerson {
  name: string;
  email: string;
  role: "admin" | "reviewer" | "agent";
  teams: DemoTeam[];
}

export interface DemoBillingEvent {
  kind: "invoice_paid" | "invoice_failed" | "plan_changed" | "refund" | "seats_changed";
  daysAgo: number;
  amountCents?: number;
  currency?: string;
  detail: string;
}

export interface DemoAccount {
  name: string;
  tier: DemoTier;
  seats: number;
  trialUntilDays: number | null;
  billingEvents: DemoBillingEvent[];
  onboarding: { step: string; done: boolean }[];
  usage: { activeSeats: number; projects: number };
}

export interface DemoCustomer {
  name: string;
  email: string;
  accountIndex: number;
  telephones: string[];
  tags: string[];
}

/**
 * A scenario as written by hand. Texts may hold slots (`{project}`) and choices (`{one|other}`),
 * which `fill` in text.ts resolves for each ticket.
 */
export interface DemoQuestionText {
  subject: string;
  body: string;
  intent: DemoIntent;
  category: DemoCategory;
  /** The article that is nearest to the question. */
  nearest: string;
  /** Whether that article answers it. */
  answers: boolean;
  /** How the sentences of that article begin that a reply would quote. */
  cites: string[];
  priority: DemoPriority;
  /** -1 (furious) to 1 (delighted). */
  sentiment: number;
  alreadyTried?: string[];
  /** The customer's second message: a confirmation, unless there is a `closingReply` to it. */
  followUp?: string;
  /** What a person would send. */
  agentReply?: string;
  /** What a person answers to `followUp`. */
  closingReply?: string;
  language?: DemoLanguage;
  /** Which accounts can ask this; all that fit the category when left out. */
  tiers?: DemoTier[];
}

export interface DemoQuestion extends DemoQuestionText {
  articleSlug: string | null;
  alreadyTried: string[];
  language: DemoLanguage;
  /** Sentences of `nearest`, verbatim. */
  quotes: string[];
  /** The same sentences, only where they answer the question. */
  aiReply?: string[];
}

export interface DemoMessage {
  author: "customer" | "agent" | "ai" | "system";
  personEmail?: string;
  public: boolean;
  text: string;
  minutesAgo: number;
  /** A customer's message that only thanks or confirms: nobody has to answer it. */
  confirms?: boolean;
}

export interface DemoConfidencePart {
  name: "match" | "coverage" | "history" | "tone";
  /** 0 to 1. */
  value: number;
  words: string;
}

export interface DemoAttempt {
  draft: string;
  sources: { slug: string; quote: string }[];
  /** 0 to 1: the weighted sum of the parts (see confidence.ts). */
  confidence: number;
  parts: DemoConfidencePart[];
  decision: DemoDecision;
  reason: string;
  reviewState: DemoReviewState;
  reviewerEmail?: string;
  /** When the reviewer settled it. */
  reviewedMinutesAgo?: number;
  outcome?: DemoOutcome;
  minutesAgo: number;
}

export interface DemoTicket {
  customerIndex: number;
  channel: DemoChannel;
  subject: string;
  category: DemoCategory;
  intents: { intent: DemoIntent; score: number }[];
  priority: DemoPriority;
  priorityReasons: string[];
  status: DemoStatus;
  teamName: DemoTeam;
  assigneeEmail: string | null;
  tags: string[];
  language: DemoLanguage;
  /** Of the latest customer message, -1 to 1. */
  sentiment: number;
  alreadyTried: string[];
  minutesAgo: number;
  waitingSinceMinutesAgo: number | null;
  resolvedMinutesAgo: number | null;
  closedMinutesAgo: number | null;
  messages: DemoMessage[];
  attempt?: DemoAttempt;
  escalationReason?: string;
}

export interface DemoDesk {
  company: string;
  people: DemoPerson[];
  accounts: DemoAccount[];
  customers: DemoCustomer[];
  articles: DemoArticle[];
  tickets: DemoTicket[];
}
