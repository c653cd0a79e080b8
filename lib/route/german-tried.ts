import { gap, german } from "./german";
import type { Pattern } from "./tried-pattern";

/** Participles of deeds that are an attempt by themselves. */
const DONE =
  "(?:versucht|probiert|ausprobiert|geleert|(?:neu ?|aus und wieder ein|ab- und wieder an)(?:gestartet|geladen|installiert|geschaltet|gemeldet|aufgesetzt)|neugestartet|deinstalliert|zurückgesetzt|aktualisiert|abgemeldet|ausgeloggt|deaktiviert|überprüft|geprüft|gewartet|getauscht|ausgetauscht|ausgeschaltet|eingeschaltet|ausgesteckt)";
/** Words of a step, none of which says that it happened by itself. */
const STEP =
  "(?:(?!wurden? |wird |werden |ist |sind |war |waren |kann |muss |soll )[^\\s.,;:!?]{1,30} ){0,7}";
const EDGE = "(?<!\\p{L})";

/** German words beside the English ones. */
export const GERMAN_TRIED: readonly Pattern[] = [
  // "Ich habe den Cache geleert", "haben wir schon einen anderen Browser ausprobiert"
  {
    by: "customer",
    words: new RegExp(
      `${EDGE}(?:ich|wir) (?:habe|haben|hab|hatte|hatten)(?: (?:es|auch|schon|bereits|mehrfach|mehrmals|sogar|dann|zudem)){0,4} (${STEP}${DONE})(?!\\p{L})`,
      "giu",
    ),
  },
  {
    by: "customer",
    words: new RegExp(
      `${EDGE}(?:habe|haben|hab) (?:ich|wir)(?: (?:es|auch|schon|bereits|mehrfach|mehrmals|sogar|dann)){0,4} (${STEP}${DONE})(?!\\p{L})`,
      "giu",
    ),
  },
  // "Cache geleert, Browser neu gestartet"
  {
    by: "customer",
    words: new RegExp(
      `(?:^|[.;,:\\n]\\s?|\\bund )(?:(?:bereits|schon|auch|habe|haben|dann|und) ){0,3}((?:(?!wurden? |wird |werden |ist |sind |war |waren |kann |muss |soll |ich |wir )[^\\s.,;:!?]{1,30} ){1,4}${DONE})(?!\\p{L})`,
      "gimu",
    ),
  },
  // "Nach einem Neustart ist es dasselbe"
  {
    by: "customer",
    words: new RegExp(
      `${EDGE}nach (?:einem |dem |jedem |der |einer )((?:Neustart|Neuladen|Neuinstallation|Update|Zurücksetzen|Löschen|Leeren|Abmelden)(?: (?:des|der|vom|von) \\S{1,30}){0,1})`,
      "giu",
    ),
  },
  // "Ihr Kollege hat mir geraten, den Router zurückzusetzen"
  {
    by: "us",
    words: new RegExp(
      `${EDGE}(?:(?:Ihr|euer|der|die|Ihre) (?:Kollege|Kollegin|Support|Team|Bot|Mitarbeiter|Artikel|Hilfe)|Sie|man) ${gap(1)}(?:hat|haben) (?:mir |uns )?(?:schon |bereits )?(?:geraten|empfohlen|gesagt|vorgeschlagen),? ((?:\\S{1,30} ){0,9}\\S{1,30})`,
      "giu",
    ),
  },
  // "Ein anderer Browser hat nicht geholfen"
  {
    by: "unknown",
    words:
      /(?:^|[.!?\n{,]\s?)((?:\S{1,30} ){0,5}\S{1,30}) (?:hat|haben|half|halfen|bringt|bringen|brachte) (?:auch |leider |ebenfalls |ebenso ){0,2}(?:nicht|nichts)(?: (?:geholfen|gebracht|geändert|verändert))?(?!\p{L})/gimu,
  },
];

export const GERMAN_NO_HELP = german(
  `ohne (?:Erfolg|Ergebnis|Wirkung)|erfolglos|vergeblich|(?:hat|haben) ${gap(3)}(?:nicht|nichts) ${gap(1)}(?:geholfen|gebracht|geändert|genützt|funktioniert)|half(?:en)? nicht|bring(?:t|en) nichts|(?:immer noch|weiterhin|trotzdem|nach wie vor) ${gap(2)}(?:nicht|nichts|kein\\p{L}{0,2}|derselbe|dasselbe|Fehler)|nichts (?:geändert|passiert)|(?:geht|klappt|funktioniert) ${gap(3)}nicht|(?:der |die |das )?gleiche (?:Fehler|Ergebnis|Problem|Meldung)|das (?:gleiche|selbe)|keine (?:Änderung|Besserung|Verbesserung)`,
);

export const GERMAN_HELP = german(
  "(?:hat|half|ging|lief|funktionierte) (?:nur |dann )?(?:kurz|kurzzeitig|vorübergehend|eine Weile|teilweise|bis|einmal)",
);
