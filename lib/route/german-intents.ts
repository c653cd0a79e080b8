import type { Cue } from "./cues";
import { gap, german } from "./german";
import type { Intent } from "./model";

const CHARGED =
  "(?:abgebucht|berechnet|belastet|gezahlt|bezahlt|eingezogen|in Rechnung gestellt|abgerechnet)";
const WRONGLY = "(?:doppelt|zweimal|dreimal|mehrfach|zu viel|zuviel|zu Unrecht|fälschlich|falsch)";

/** German words beside the English ones; what they say is said in the same words. */
export const GERMAN_INTENTS: Partial<Record<Intent, readonly Cue[]>> = {
  security_report: [
    {
      says: "names a security weakness",
      weight: 0.8,
      words: german(
        "Sicherheitslücken?|Sicherheitsproblem|Schwachstellen?|Datenlecks?|Datenpanne|Sicherheitsvorfall|Datenschutz(?:verletzung|vorfall|verstoß)",
      ),
    },
    {
      says: "says that somebody else got in",
      weight: 0.8,
      words: german(
        `gehackt|Hacker(?:angriff)?|(?:Konto|Account|Zugang|Passwort|Postfach) ${gap(4)}(?:kompromittiert|übernommen|geknackt)|(?:unbefugte|fremde|unbekannte|verdächtige|unberechtigte)[rsnm]? (?:Zugriffe?|Anmeldung(?:en)?|Logins?|Geräte?|Aktivität(?:en)?)|(?:jemand|Fremde|Unbekannte)r? ${gap(4)}(?:angemeldet|eingeloggt|zugegriffen|Zugriff auf)`,
      ),
    },
    {
      says: "reports theft or fraud",
      weight: 0.75,
      words: german(
        "gestohlen|Betrug|Betrüger|betrogen worden|betrügerisch\\p{L}{0,2}|Phishing(?:-?Mails?)?|Identitätsdiebstahl",
      ),
    },
    {
      says: "sees another customer's data",
      weight: 0.8,
      words: german(
        `(?:sehe|sehen|sieht|einsehen|angezeigt) ${gap(4)}(?:Daten|Rechnungen|Tickets|Projekte|Konto) (?:eines|einer|von|anderer) ${gap(1)}(?:anderen|fremden|anderer|Kunden|Firma|Firmen)`,
      ),
    },
    {
      says: "leaked secret",
      weight: 0.75,
      words: german(
        `(?:API-?(?:Key|Schlüssel)|Token|Passwort|Passwörter|Zugangsdaten) ${gap(4)}(?:veröffentlicht|öffentlich|geleakt|auf GitHub|ins Netz)`,
      ),
    },
  ],
  cancellation_intent: [
    {
      says: "wants to end the subscription or account",
      weight: 0.8,
      words: german(
        `kündige|gekündigt werden|(?:Konto|Account|Abo|Abonnement|Vertrag|Zugang|Profil|Mitgliedschaft) ${gap(3)}(?:löschen|schließen|kündigen|beenden|auflösen|stornieren)|(?:lösch(?:en|t)|schließ(?:en|t)|beend(?:en|et)|stornier(?:en|t)) (?:Sie |ihr )?(?:bitte )?(?:mein|unser)(?:en|e)? (?:Konto|Account|Abo|Abonnement|Vertrag)`,
      ),
    },
    {
      says: "says that they leave",
      weight: 0.7,
      words: german(
        `(?:wechseln|wechsle|gehen|gehe) ${gap(3)}(?:zur Konkurrenz|zu einem anderen Anbieter|den Anbieter)|nicht (?:mehr )?verlängern|wollen nicht mehr ${gap(2)}Kunde`,
      ),
    },
  ],
  billing_problem: [
    {
      says: "was charged wrongly or twice",
      weight: 0.8,
      words: german(
        `${WRONGLY} ${gap(4)}${CHARGED}|${CHARGED} ${gap(3)}${WRONGLY}|Doppel(?:ab)?buchung|doppelte (?:Abbuchung|Rechnung|Zahlung)`,
      ),
    },
    {
      says: "asks about a charge or fee",
      weight: 0.7,
      words: german(
        `(?:warum|wieso|weshalb|wofür) ${gap(6)}(?:abgebucht|berechnet|belastet|Gebühr(?:en)?|Abbuchung)|(?:unbekannte|unerwartete|unerklärliche) (?:Abbuchung|Gebühr|Belastung)`,
      ),
    },
    {
      says: "asks for money back",
      weight: 0.75,
      words: german(
        `(?:Rück)?[Ee]rstattung|erstatten|zurückerstatte[nt]|Geld ${gap(3)}zurück|Rückzahlung|Rückbuchung|Gutschrift|zurück(?:gebucht|buchen|überweisen)`,
      ),
    },
    {
      says: "a payment failed or is missing",
      weight: 0.7,
      words: german(
        `(?:Zahlung(?:en)?|Überweisung|Lastschrift|Abbuchung|Kreditkarte|Erstattung|Gutschrift) ${gap(5)}(?:fehlgeschlagen|abgelehnt|abgewiesen|schlägt fehl|schlug fehl|nicht angekommen|nicht (?:ein)?gegangen|nicht akzeptiert|fehlt)`,
      ),
    },
    {
      says: "names an invoice problem",
      weight: 0.65,
      words: german(
        `Rechnung(?:en)? ${gap(5)}(?:falsch|fehlt|fehlen|fehlerhaft|stimmt nicht|stimmen nicht|zu hoch|doppelt|nicht (?:erhalten|bekommen|angekommen)|unklar)|(?:falsche|fehlende|fehlerhafte|überhöhte) Rechnung(?:en)?`,
      ),
    },
  ],
  bug_report: [
    {
      says: "shows an error",
      weight: 0.7,
      words: german(
        "Fehlermeldung(?:en)?|Fehlercodes?|Serverfehler|Fehler \\d{3}|(?:zeigt|wirft|bringt|gibt|bekomme|bekommen|erhalte|erhalten) (?:\\p{L}{1,15} ){0,3}Fehler",
      ),
    },
    {
      says: "something does not work",
      weight: 0.7,
      words: german(
        `(?:funktioniert|funktionieren|geht|gehen|klappt|lädt|laden|öffnet|startet|speichert|synchronisiert|reagiert|erscheint|erscheinen|exportiert) ${gap(5)}(?:nicht|nichts|keine?)|(?:lässt|lassen) sich ${gap(4)}nicht|(?:stürzt|stürzen) ${gap(4)}ab|abgestürzt|Absturz|Abstürze|eingefroren|hängt sich auf|kaputt|defekt`,
      ),
    },
    {
      says: "cannot do what should work",
      weight: 0.65,
      words: german(
        `(?:kann|können|konnte|konnten) ${gap(6)}nicht(?:s)? ${gap(4)}(?:anmelden|einloggen|öffnen|speichern|laden|hochladen|herunterladen|exportieren|importieren|arbeiten|zugreifen|sehen|finden|senden|bezahlen|nutzen|verwenden|drucken)|(?:niemand|keiner|kein \\p{L}{1,20}) ${gap(2)}(?:kann|konnte|kommt) ${gap(4)}(?:anmelden|einloggen|arbeiten|zugreifen|rein|öffnen)`,
      ),
    },
    {
      says: "something was refused, lost or wrong",
      weight: 0.65,
      words: german(
        `ausgefallen|(?:Daten|Dateien|Projekte|Einträge|Aufgaben|Kommentare|Zeiten) ${gap(4)}(?:weg|verschwunden|verloren|gelöscht|fehlen)|Datenverlust|nicht (?:mehr )?erreichbar|ausgesperrt`,
      ),
    },
    {
      says: "names a bug or slowness",
      weight: 0.65,
      words: german(
        "Ausfall|Störung|Programmfehler|(?:sehr|extrem|viel zu|unerträglich|furchtbar) langsam|ruckelt|hängt (?:ständig|dauernd|immer)",
      ),
    },
  ],
};
