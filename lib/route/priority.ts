import { PRIORITIES, type Priority, priorityRank, type Reason } from "../ticket/model";
import { type Cue, findCues } from "./cues";
import type { AccountFacts, HistoryFacts } from "./model";

type Level = Cue & {
  priority: Priority;
  /** Counts only where something is wrong: "by the deadline" alone is no trouble. */
  withTrouble?: boolean;
};

/** Evidence of how pressing a request is, in the order of the specification. */
const EVIDENCE: readonly Level[] = [
  {
    priority: "urgent",
    says: "an outage",
    weight: 1,
    words:
      /\b(?:(?<!without (?:an |any )?)(?:outage|downtime)|(?:everything|(?:the|your) (?:whole |entire )?(?:site|system|service|app|platform|server|workspace)|production) (?:is|are|has been|seems|went|goes) (?:completely |totally )?(?:down|offline|unreachable|unavailable)|(?:nobody|no one|none of us|everyone|everybody|all (?:of )?(?:our|us|users|members|\d{1,5} \w{1,12})|the whole (?:team|company)|(?:\d{2,5}) people) (?:\w{1,10} ){0,6}(?:(?:can(?:no|')t|can not|can|unable to|gets?) (?:sign|log|work|access|get|use|open|start|connect|reach|load|in)\w{0,4}(?: in)?|(?:is |are )?(?:blocked|locked out))|SSO down|complete standstill)\b/i,
  },
  {
    priority: "urgent",
    says: "data loss",
    weight: 1,
    words:
      /\b(?:(?:lost|lose|losing|gone|deleted|wiped|vanished|disappeared|missing) (?:\w{1,10} ){0,3}(?:all|every|entire|whole|everything) ?(?:\w{1,12} ){0,2}(?:data|files?|projects?|entries|records|tasks|comments|work|hours|everything)|data (?:loss|is gone|was lost|has vanished)|(?:all|every|everything) (?:\w{1,10} ){0,4}(?:is|are|was|were|has|have)(?: been)? (?:gone|deleted|lost|wiped|vanished)|(?:corrupt(?:ed|ion)?) (?:\w{1,8} ){0,2}(?:data|files?|database|backup))\b/i,
  },
  {
    priority: "high",
    says: "work was deleted by accident",
    weight: 1,
    words:
      /\b(?:(?:deleted|removed|overwrote|overwritten|erased) (?:\w{1,12} ){0,5}(?:by (?:accident|mistake)|accidentally)|accidentally (?:deleted|removed|overwrote|erased))\b/i,
  },
  {
    priority: "high",
    withTrouble: true,
    says: "work is blocked",
    weight: 1,
    words:
      /\b(?:(?:can(?:no|')t|can not|unable to|not able to) (?:work|log ?in|sign ?in|access (?:my|our|the)|continue|do (?:my|our) (?:job|work)|pay|get (?:in|into))|blocked|locked out|(?:no|lost) access|stops? (?:us|our|me|the whole)|show-?stopper|business critical|losing (?:money|customers|sales)|payroll|by (?:tonight|this afternoon|tomorrow morning|end of (?:the )?day|EOD)|deadline|go(?:es)? live)\b/i,
  },
];

const WORKAROUND: Cue = {
  says: "there is a workaround",
  weight: 1,
  words:
    /\b(?:work ?-?arounds?|work around it|(?:as|for) a (?:temporary|stop-?gap)|in the meantime (?:i|we)|(?:other|another|every other) (?:browser|device|phone|projects?|boards?) (?:works?|is fine|are (?:fine|ok))|(?:others|all others|everybody else|the rest) (?:are|is|works?) (?:fine|ok|right)|not urgent|no (?:rush|hurry)|when(?:ever)? you have (?:a moment|time)|minor|cosmetic|typo)\b/i,
};

type Facts = {
  text: string;
  intents: readonly string[];
  account: AccountFacts;
  history: HistoryFacts;
  sentiment: number;
  callerPriority: Priority | null;
};

/** Feeling from which a low or normal request is taken up sooner. */
const UPSET = -0.6;

/**
 * How pressing a request is, before any rule: urgent = outage, data loss, security; high = core
 * feature broken or a paying customer blocked; normal = degraded, with a workaround; low = a
 * question or a wish. Every reason that counted is kept.
 */
export function scorePriority(facts: Facts): { priority: Priority; reasons: Reason[] } {
  const reasons: Reason[] = [];
  let priority: Priority = "low";
  const atLeast = (level: Priority, text: string, evidence: string[] = []) => {
    reasons.push({ text, evidence });
    if (priorityRank(level) > priorityRank(priority)) priority = level;
  };
  const has = (intent: string) => facts.intents.includes(intent);
  const trouble = has("bug_report") || has("billing_problem") || has("cancellation_intent");

  if (has("security_report")) atLeast("urgent", "a security matter");
  const [around] = findCues(facts.text, [WORKAROUND]);
  for (const level of EVIDENCE) {
    const [found] = findCues(facts.text, [level]);
    if (!found || (level.withTrouble && !trouble)) continue;
    if (level.withTrouble && !facts.account.paying) {
      atLeast("normal", `${found.says}, on an account that does not pay yet`, [found.evidence]);
    } else if (!around) atLeast(level.priority, found.says, [found.evidence]);
  }
  if (has("bug_report")) atLeast("normal", "something does not work");
  if (has("billing_problem")) atLeast("normal", "a problem with money");
  if (has("cancellation_intent")) atLeast("normal", "the customer may leave");
  if (around) reasons.push({ text: around.says, evidence: [around.evidence] });
  if (priority === "low") reasons.push({ text: lowReason(facts.intents), evidence: [] });
  weighContext(facts, trouble, () => priority, atLeast);
  return { priority, reasons };
}

function lowReason(intents: readonly string[]): string {
  if (intents.includes("feature_request")) return "a wish, nothing is broken";
  return intents.includes("usage_help")
    ? "a question, nothing is broken"
    : "nothing pressing is named";
}

type Raise = (level: Priority, text: string, evidence?: string[]) => void;

/** Account, history, feeling and what the sending system says: each raises by one step at most. */
function weighContext(facts: Facts, trouble: boolean, now: () => Priority, atLeast: Raise): void {
  const { account, history } = facts;
  const oneUp = (text: string, most: Priority) => {
    const next = PRIORITIES[Math.min(priorityRank(now()) + 1, priorityRank(most))] ?? most;
    atLeast(next, text);
  };
  if (account.tier === "enterprise" && trouble)
    oneUp("an Enterprise account with a problem", "high");
  if (facts.intents.includes("billing_problem") && account.failedInvoices > 0) {
    atLeast("high", `${account.failedInvoices} failed payment(s) in the last 30 days`);
  }
  if (history.sameIntent >= 2) {
    oneUp(`${history.sameIntent} other requests of this kind in 30 days`, "high");
  }
  if (facts.sentiment <= UPSET) oneUp("the customer is upset", "high");
  if (facts.callerPriority) {
    const says = `the sending system says ${facts.callerPriority}`;
    // A caller's word is evidence: it moves the score by one step, never to urgent.
    if (priorityRank(facts.callerPriority) > priorityRank(now())) oneUp(says, "high");
    else atLeast("low", says);
  }
}
