import { PRIORITIES, type Priority, priorityRank, type Reason } from "../ticket/model";
import { findCues } from "./cues";
import { GERMAN_EVIDENCE, GERMAN_WORKAROUND } from "./german-priority";
import type { AccountFacts, HistoryFacts } from "./model";
import { EVIDENCE, type Level, WORKAROUND } from "./priority-evidence";

const LEVELS: readonly Level[] = [...EVIDENCE, ...GERMAN_EVIDENCE];
const WORKAROUNDS = [WORKAROUND, { ...WORKAROUND, words: GERMAN_WORKAROUND }];

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
  const [around] = findCues(facts.text, WORKAROUNDS);
  for (const level of LEVELS) {
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
