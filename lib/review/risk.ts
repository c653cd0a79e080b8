import type { Tier } from "../customer/model";
import type { Priority } from "../ticket/model";
import type { ReviewKind } from "./model";

export type RiskFacts = {
  kind: ReviewKind;
  /** The customer has it already. */
  sent: boolean;
  priority: Priority;
  intent: string | null;
  /** Probability 0..1 that nothing like it was ever seen. */
  novelty: number;
  tier: Tier;
  seats: number;
  /** −1…1; null before routing. */
  sentiment: number | null;
  /** Drafts from the same source that wait, this one with them. */
  spread: number;
  confidence: number;
  /** Sentences of the draft that rest on no source. */
  unsupported: number;
  /** Hours that the customer has waited for us; 0 where they don't. */
  waiting: number;
};

export type Risk = { score: number; because: string[] };

/** Accounts from so many seats on are large. */
const LARGE_SEATS = 100;
/** Below these a customer is upset, or angry. */
const UPSET = -0.2;
const ANGRY = -0.6;
const NOVEL = 0.5;
/** Hours of waiting beyond which more hours add nothing. */
const LONGEST_WAIT = 24;

/**
 * How much depends on looking at this draft soon, in points, and why. What a colleague has asked
 * for comes first of all. Then harm times reach: a security report, an outage, a customer who is
 * upset or large, a kind that nobody has answered, one source that many drafts rest on. What was
 * sent comes before what is held, all else being equal: a wrong sentence there is being acted on,
 * while a held one only costs time, and that is counted by the hour. The audit of confident
 * replies comes last: it measures, it saves nobody.
 */
export function riskOf(facts: RiskFacts): Risk {
  const reasons: [points: number, why: string][] = [];
  const add = (points: number, why: string) => {
    if (points > 0) reasons.push([points, why]);
  };
  if (facts.kind === "second") add(1000, "a colleague asks you to look");
  if (facts.intent === "security_report") add(40, "security");
  if (facts.priority === "urgent") add(25, "urgent");
  if (facts.priority === "high") add(10, "high priority");
  const mood = facts.sentiment ?? 0;
  if (mood <= ANGRY) add(20, "angry customer");
  else if (mood <= UPSET) add(10, "upset customer");
  if (facts.unsupported > 0) add(15, "a sentence without a source");
  if (facts.novelty >= NOVEL) add(15 * facts.novelty, "a kind never seen");
  if (facts.tier === "enterprise") add(12, "enterprise customer");
  if (facts.seats >= LARGE_SEATS) add(6, `${facts.seats} seats`);
  if (facts.spread > 2) {
    add(Math.min(20, 4 * Math.log2(facts.spread)), `${facts.spread} drafts from one source`);
  }
  if (facts.kind === "four_eyes") add(8, "needs a second approval");
  if (facts.sent && facts.kind !== "sampled") add(8, "already sent");
  const hours = Math.min(LONGEST_WAIT, facts.waiting);
  if (hours >= 1) add(hours / 2, `waits for ${Math.floor(facts.waiting)} h`);
  reasons.sort(([one], [other]) => other - one);
  // The less sure, the sooner; an audit is no doubt.
  const doubt = facts.kind === "sampled" ? -30 : 10 * (1 - facts.confidence);
  const score = reasons.reduce((sum, [points]) => sum + points, doubt);
  return { score, because: reasons.map(([, why]) => why) };
}
