import { findCues } from "./cues";
import { hasFallenTwice } from "./sentiment";

const ASKS_FOR_PERSON = {
  says: "the customer asks for a person",
  weight: 1,
  words:
    /\b(?:(?:speak|talk|chat|transfer|connect|put|escalate|pass|get|forward) (?:\w{1,10} ){0,4}(?:to|with|through to|on to) (?:\w{1,10} ){0,2}(?:human|person|agent|representative|somebody|someone|supervisor|manager|people|operator|advisor|adviser)|(?:real|actual|live) (?:human|person|agent|people|operator)|human (?:being|agent|support|help)|(?:want|need|give me|get me|prefer|rather have) (?:a|an|some) (?:person|human|representative|operator|supervisor|manager|colleague)(?= ?(?:[.!?,;]|$|please|now|instead|here|not |who |to (?:help|answer|call|talk|speak|look|reply|contact|take)))|(?:call|ring|phone) (?:me|us)\b|(?:no|not (?:a|another)|stop (?:the|these|sending)) (?:\w{1,10} )?(?:bots?|robots?|automatic (?:answers?|repl(?:y|ies))|automated)|Mitarbeiter sprechen|parler à (?:un humain|quelqu'un|une personne)|hablar con (?:una persona|un humano|alguien))\b/i,
};

type Facts = {
  /** What the customer asks now. */
  text: string;
  /** All messages of the customer, oldest first. */
  thread: readonly string[];
  /** A person has taken it, or was given it by one. */
  takenOver: boolean;
  stoppedByRule: string | null;
  /** Another system handed it over. */
  escalationReason: string | null;
  /** Where people have stopped the AI. */
  stopped: { desk: boolean; team: boolean; customer: boolean };
};

/**
 * Why the AI may only draft for this ticket, in plain words; empty when it may answer. Drafting
 * looks again at what may have changed by then, in the same words.
 */
export function reasonsForPeople(facts: Facts): string[] {
  const reasons: string[] = [];
  const { stopped } = facts;
  if (facts.stoppedByRule) reasons.push(`rule "${facts.stoppedByRule}" leaves it to people`);
  if (stopped.desk) reasons.push("the AI is stopped on this desk");
  if (stopped.team) reasons.push("the AI is stopped for this team");
  if (stopped.customer) reasons.push("the AI is stopped for this customer");
  if (facts.takenOver) reasons.push("a person has taken it over");
  if (facts.escalationReason !== null) {
    reasons.push(`it arrived escalated: ${facts.escalationReason}`);
  }
  const [asks] = findCues(facts.text, [ASKS_FOR_PERSON]);
  if (asks) reasons.push(`${asks.says}: "${asks.evidence}"`);
  if (hasFallenTwice(facts.thread)) reasons.push("the customer's mood has fallen for two messages");
  return reasons;
}
