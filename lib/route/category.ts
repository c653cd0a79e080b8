import type { Reason } from "../ticket/model";
import { type Cue, findCues } from "./cues";
import type { AccountFacts } from "./model";

const TOPICS: readonly (Cue & { category: string })[] = [
  {
    category: "billing",
    says: "speaks of money",
    weight: 0.6,
    words:
      /\b(?:invoic\w{1,3}|bill(?:s|ed|ing)?|payments?|pay|paid|refunds?|charge[ds]?|fees?|price|pricing|VAT|tax|subscription|plan|seats?|upgrade|downgrade|discount|contract|renewal|credit note|Rechnung|facture|factura|cost|purchase order|exchange rates?|top[- ]?up|transfers?|withdraw(?:al)?s?|deposit|currenc(?:y|ies)|cash)\b/i,
  },
  {
    category: "technical",
    says: "speaks of a technical matter",
    weight: 0.5,
    words:
      /\b(?:API|webhooks?|log ?in|sign[- ]?in|log-?ins?|password|passcode|SSO|SAML|SCIM|OAuth|error|timeout|slow|performance|integration|sync|export|import|CSV|database|server|browser|endpoint|token|app crash\w{0,3}|2FA|two-factor|audit log|Slack|Jira|JSON|rate limit|outlook|software)\b/i,
  },
  {
    category: "onboarding",
    says: "is about getting started",
    weight: 0.6,
    words:
      /\b(?:onboarding|get(?:ting)? started|set(?:ting)? up (?:our|my|the) (?:first|account|workspace|team)|first (?:project|steps)|invite (?:my|our|the|a|new|team)|trial|new here|just (?:signed up|started|joined)|template|import (?:our|my) (?:projects|data|boards?)|from (?:Trello|Asana))\b/i,
  },
];

const BY_INTENT: Record<string, string> = {
  billing_problem: "billing",
  cancellation_intent: "billing",
  bug_report: "technical",
  security_report: "technical",
};

/** Strength of what speaks for a category beside words about it. */
const STRENGTH = { byIntent: 0.7, trial: 0.6, caller: 0.5 };

type Topic = {
  category: string;
  reasons: Reason[];
  /** How much speaks for it, 0..1; 0: nothing does. */
  strength: number;
};

/**
 * The topic of a ticket. An account in trial that asks how something is done is being onboarded.
 *
 * @param caller what the sending system says: decides only where the words say nothing
 */
export function categorise(
  text: string,
  primary: string | null,
  account: Pick<AccountFacts, "inTrial">,
  caller: string | null,
): Topic {
  const fixed = BY_INTENT[primary ?? ""];
  if (fixed) return { category: fixed, reasons: [], strength: STRENGTH.byIntent };
  if (primary === "usage_help" && account.inTrial) {
    return {
      category: "onboarding",
      reasons: [{ text: "a how-to question from an account in trial", evidence: [] }],
      strength: STRENGTH.trial,
    };
  }
  const callerSays = { text: `the sending system says ${caller}`, evidence: [] };
  const usable = primary !== "feature_request";
  const [topic] = usable ? findTopics(text) : [];
  if (topic) {
    const { says, evidence, category, weight } = topic;
    return { category, reasons: [{ text: says, evidence: [evidence] }], strength: weight };
  }
  return caller
    ? { category: caller, reasons: [callerSays], strength: STRENGTH.caller }
    : { category: "general", reasons: [], strength: 0 };
}

/** Onboarding words are the most telling, then technical ones, then money. */
function findTopics(text: string) {
  return ["onboarding", "technical", "billing"].flatMap((category) =>
    findCues(
      text,
      TOPICS.filter((topic) => topic.category === category),
    ).map((found) => ({ ...found, category })),
  );
}
