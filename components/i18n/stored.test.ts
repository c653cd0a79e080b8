import { expect, test } from "vitest";
import { german } from "./german";
import { compileStored } from "./stored";

const say = compileStored(
  {
    "It is left to a person: {{why}}.": "Es bleibt einer Person überlassen: {{why}}.",
    "it looks like automatic mail ({{what}})": "es sieht nach automatischer Mail aus ({{what}})",
    "the customer has written again": "der Kunde hat erneut geschrieben",
    "{{n}} of {{n2}} outcomes": "{{n}} von {{n2}} Ergebnissen",
    "asks for money back": "möchte Geld zurück",
  },
  { Open: "Offen", Closed: "Geschlossen" },
);

test.each([
  ["the customer has written again", "der Kunde hat erneut geschrieben"],
  ["The customer has written again.", "Der Kunde hat erneut geschrieben."],
  ["Open", "Offen"],
  ["Open · Closed", "Offen · Geschlossen"],
  ["3 of 20 outcomes", "3 von 20 Ergebnissen"],
  ["three of 20 outcomes", "three of 20 outcomes"],
  ["asks for money back (“refund”)", "möchte Geld zurück („refund“)"],
  ["high: asks for money back", "high: möchte Geld zurück"],
  [
    "It is left to a person: it looks like automatic mail (a bounce); the customer has written again.",
    "Es bleibt einer Person überlassen: es sieht nach automatischer Mail aus (a bounce); der Kunde hat erneut geschrieben.",
  ],
  ["Nobody knows this sentence.", "Nobody knows this sentence."],
])("%s", (english, german) => {
  expect(say(english)).toBe(german);
});

// Sentences as lib/ writes them today: a reason that is said otherwise must be said so here, too.
test.each([
  [
    "Confidence 0.93 is at or above 0.85: it is sent.",
    "Die Sicherheit 0,93 erreicht 0,85: Die Antwort wird gesendet.",
  ],
  [
    "It is left to a person: it arrived escalated: No reason was given; a person is writing a reply.",
    "Das bleibt einer Person überlassen: es kam eskaliert an: Es wurde kein Grund genannt; eine Person schreibt gerade eine Antwort.",
  ],
  [
    "Routed to Billing · Refund request 0.82 · high: a problem with money (“refund”) · rule “Open”",
    "Zugeordnet an Billing · Refund request 0,82 · hoch: ein Problem mit Geld („refund“) · Regel „Open“",
  ],
  ["Open → Resolved · A person replied", "Offen → Gelöst · Eine Person hat geantwortet"],
  [
    "Merged into #12; 3 messages went there",
    "In #12 zusammengeführt; 3 Nachrichten dorthin übertragen",
  ],
  [
    "The reply could not be delivered: “Please sign in again.”",
    "Die Antwort konnte nicht zugestellt werden: “Please sign in again.”",
  ],
  [
    "Ada asks you for a second look at a draft",
    "Ada bittet Sie um eine zweite Prüfung eines Entwurfs",
  ],
  ["Status is open: Reply due in 3 h", "Status: offen: Antwort fällig in 3 Std."],
  [
    "Sara opened it again 5 min ago. Look at what is new, then try again.",
    "Sara, vor 5 Min.: wieder geöffnet. Sehen Sie sich das Neue an und versuchen Sie es dann erneut.",
  ],
])("German for: %s", (english, words) => {
  expect(german.stored(english)).toBe(words);
});
