import { findCues } from "./cues";
import { hasFallenTwice } from "./sentiment";

const ASKS_FOR_PERSON = {
  says: "the customer asks for a person",
  weight: 1,
  words:
    /\b(?:(?:speak|talk|chat|transfer|connect|put|escalate|pass|get|forward) (?:\w{1,10} ){0,4}(?:to|with|through to|on to) (?:\w{1,10} ){0,2}(?:human|person|agent|representative|somebody|someone|supervisor|manager|people|operator|advisor|adviser)|(?:real|actual|live) (?:human|person|agent|people|operator)|human (?:being|agent|support|help)|(?:call|ring|phone) (?:me|us)\b|(?:no|not (?:a|another)|stop (?:the|these|sending)) (?:\w{1,10} )?(?:bots?|robots?|automatic (?:answers?|repl(?:y|ies))|automated)|Mitarbeiter sprechen|parler à (?:un humain|quelqu'un|une personne)|hablar con (?:una persona|un humano|alguien))\b/i,
};

type Facts = {
  /** What the customer asks now. */
  text: string;
  /** All messages of the customer, oldest first. */
  thread: readonly string[];
  assigned: boolean;
  personReplied: boolean;
  stoppedByRule: string | null;
};

/** Why the AI may only draft for this ticket, in plain words; empty when it may answer. */
export function reasonsForPeople(facts: Facts): string[] {
  const reasons: string[] = [];
  if (facts.stoppedByRule) reasons.push(`rule "${facts.stoppedByRule}" leaves it to people`);
  if (facts.assigned || facts.personReplied) reasons.push("a person has taken it over");
  const [asks] = findCues(facts.text, [ASKS_FOR_PERSON]);
  if (asks) reasons.push(`${asks.says}: "${asks.evidence}"`);
  if (hasFallenTwice(facts.thread)) reasons.push("the customer's mood has fallen for two messages");
  return reasons;
}
