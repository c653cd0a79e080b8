import { findCues } from "./cues";
import { gap, german } from "./german";
import { hasFallenTwice } from "./sentiment";

const ASKS_FOR_PERSON = {
  says: "the customer asks for a person",
  weight: 1,
  words:
    /\b(?:(?:speak|talk|chat|transfer|connect|put|escalate|pass|get|forward) (?:\w{1,10} ){0,4}(?:to|with|through to|on to) (?:\w{1,10} ){0,2}(?:human|person|agent|representative|somebody|someone|supervisor|manager|people|operator|advisor|adviser)|(?:real|actual|live) (?:human|person|agent|people|operator)|human (?:being|agent|support|help)|(?:want|need|give me|get me|prefer|rather have) (?:a|an|some) (?:person|human|representative|operator|supervisor|manager|colleague)(?= ?(?:[.!?,;]|$|please|now|instead|here|not |who |to (?:help|answer|call|talk|speak|look|reply|contact|take)))|(?:call|ring|phone) (?:me|us)\b|(?:no|not (?:a|another)|stop (?:the|these|sending)) (?:\w{1,10} )?(?:bots?|robots?|automatic (?:answers?|repl(?:y|ies))|automated))\b/i,
};

/** What people call somebody who is no machine, in German, French and Spanish. */
const SOMEBODY =
  "Menschen|Mensch|Mitarbeiter|Mitarbeiterin|Mitarbeitern|Person|Kollegen|Kollegin|Berater|Beraterin|Ansprechpartner|Ansprechpartnerin|Vorgesetzten|Teamleiter|Sachbearbeiter|jemandem|jemand|jemanden";

const ASKS_ELSEWHERE = [
  german(
    `(?:mit|an|zu|von) (?:(?:einem|einer|einen|dem|der|Ihrem|Ihren|euren) )?(?:(?:echten?|richtigen?|realen?|menschlichen?|anderen?|zuständigen?) )?(?:${SOMEBODY}) ${gap(4)}(?:sprechen|reden|chatten|telefonieren|verbinden|verbunden|weiterleiten|weitergeleitet|durchstellen|schreiben|beraten)`,
  ),
  german(
    `(?:verbinden|verbindet|leiten|stellen) (?:Sie )?mich ${gap(3)}(?:${SOMEBODY})|(?:echte|echten|echter|richtige|richtigen|richtiger|menschliche|menschlichen|menschlicher|persönliche|persönlichen|persönlicher) (?:${SOMEBODY}|Kontakt|Beratung|Hilfe)|(?:möchte|will|brauche|wünsche) (?:bitte )?(?:einen|eine) (?:Menschen|Mitarbeiter|Mitarbeiterin|Ansprechpartner|Ansprechpartnerin)`,
  ),
  german(
    "(?:rufen Sie|ruft|rufe|ruf) (?:mich|uns)(?: (?:bitte|doch|dringend|heute|morgen|mal|zurück|unter +?[d /-]{4,20})){0,4} (?:an|zurück)|(?:bitte|um|einen) (?:einen )?Rückruf|zurückrufen",
  ),
  german(
    "(?:kein|keinen|keinem|nicht (?:mit )?(?:einem|einen)|statt (?:einem|eines)) (?:Chat)?(?:bots?|roboters?|Automaten|Maschine)|keine (?:Maschine|KI|Bots|automatischen? (?:Antwort|Antworten|Nachrichten))",
  ),
  german(
    "(?:parler|discuter|échanger) (?:à|avec) (?:un |une )?(?:vraie? |véritable )?(?:humain|quelqu['’]un|personne|conseiller|conseillère|agent|opérateur|responsable)|(?:rappelez|appelez)-(?:moi|nous)|pas (?:de|un|à un|avec un) (?:robot|bot)|(?:personne|conseiller) (?:réelle?|humaine?)",
  ),
  german(
    "(?:hablar|chatear|comunicarme|contactar) con (?:una? )?(?:persona|humano|agente|alguien|asesor|operador|supervisor|responsable)|(?:persona|agente) (?:real|humana)|ll[aá]m[ae]n?me|(?:no (?:quiero )?(?:con )?(?:un )?)(?:bot|robot)",
  ),
].map((words) => ({ ...ASKS_FOR_PERSON, words }));

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
  const [asks] = findCues(facts.text, [ASKS_FOR_PERSON, ...ASKS_ELSEWHERE]);
  if (asks) reasons.push(`${asks.says}: "${asks.evidence}"`);
  if (hasFallenTwice(facts.thread)) reasons.push("the customer's mood has fallen for two messages");
  return reasons;
}
