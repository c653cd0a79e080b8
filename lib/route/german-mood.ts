import type { Cue } from "./cues";
import { gap, german } from "./german";

/** How German-speaking customers sound; what it says and weighs is as in English. */
export const GERMAN_DOWN: readonly Cue[] = [
  {
    says: "wrote about it before",
    weight: 0.35,
    words: german(
      "zum (?:zweiten|dritten|vierten|fünften|wiederholten|x-ten) Mal|(?:schon|bereits) (?:mehrfach|mehrmals|zweimal|dreimal|öfter|oft)|(?:zweite|dritte|vierte) (?:Mal|Mail|E-Mail|Nachricht|Anfrage)|(?:immer noch|noch immer) (?:nicht|nichts|kein\\p{L}{0,2})|schon wieder|wie (?:bereits|schon) (?:gesagt|geschrieben|erwähnt|beschrieben)",
    ),
  },
  {
    says: "has been waiting",
    weight: 0.3,
    words: german(
      `(?:warte|warten|wartet|gewartet) ${gap(2)}(?:seit|schon|immer noch|vergeblich)|seit ${gap(2)}(?:Tagen|Wochen|Stunden|Monaten|letzter Woche)|dauert ${gap(1)}(?:viel )?zu lange|wie lange (?:noch|soll|dauert)`,
    ),
  },
  {
    says: "says that nobody answers",
    weight: 0.45,
    words: german(
      `(?:niemand|keiner) ${gap(4)}(?:antwortet|meldet|gemeldet|reagiert|hilft|geantwortet|kümmert|zuständig)|(?:antwortet|meldet sich|reagiert|kümmert sich|hilft) ${gap(2)}(?:niemand|keiner)|keine(?:rlei)? (?:Antwort|Reaktion|Rückmeldung)|(?:werde|werden) ${gap(2)}ignoriert|ignorieren (?:Sie )?(?:mich|uns)`,
    ),
  },
  {
    says: "speaks of lawyers, regulators or the public",
    weight: 0.6,
    words: german(
      "(?:Rechts)?anw[aä]lt(?:e|in)?|rechtliche Schritte|verklagen?|Klage einreichen|Strafanzeige|Anzeige erstatten|Verbraucherzentrale|Verbraucherschutz|Schlichtungsstelle|Datenschutzbehörde|(?:offizielle|formelle) Beschwerde|(?:schlechte|negative) Bewertung(?:en)?|Mahnbescheid",
    ),
  },
  {
    says: "is angry",
    weight: 0.55,
    words: german(
      "Frechheit|unverschämt\\p{L}{0,4}|Unverschämtheit|inakzeptabel|nicht hinnehmbar|katastrophal\\p{L}{0,2}|Katastrophe|lächerlich|wütend|(?:stink)?sauer|Saftladen|Sauerei|Schweinerei|zum Kotzen|unterirdisch|Abzocke|Schlamperei|Skandal|unfähig\\p{L}{0,2}|nutzlos|mir reicht(?:'s|’s| es)|es reicht|die Nase voll|verärgert|miserabel\\p{L}{0,2}|unprofessionell|Zumutung|dreist|(?:schlechter|ein) Witz|peinlich|verdammt\\p{L}{0,2}|Scheiße?",
    ),
  },
  {
    says: "is disappointed or frustrated",
    weight: 0.4,
    words: german(
      "enttäuschend|Enttäuschung|sehr enttäuscht|frustrier\\p{L}{1,3}|Frust|ärgerlich|ärgert|genervt|nervt|unzufrieden|nicht zufrieden|Zeitverschwendung|verschwendete Zeit|verliere[n]? (?:langsam )?(?:die Geduld|das Vertrauen|Kunden|Geld)|Vertrauen verloren|Albtraum|Alptraum",
    ),
  },
  {
    says: "is under pressure or worried",
    weight: 0.2,
    words: german(
      "dringend\\p{L}{0,2}|sofort|eilig|schnellstmöglich|so (?:schnell|bald) wie möglich|umgehend|unverzüglich|Notfall|verzweifelt|Panik|besorgt|bitte helfen",
    ),
  },
  {
    says: "says that it does not work",
    weight: 0.15,
    words: german(
      `(?:funktioniert|geht|klappt|lädt|öffnet|startet) ${gap(3)}nicht|(?:kann|können) ${gap(4)}nicht ${gap(2)}(?:anmelden|einloggen|öffnen|speichern|arbeiten|zugreifen)`,
    ),
  },
];

export const GERMAN_UP: readonly Cue[] = [
  {
    says: "thanks",
    weight: 0.15,
    words: german("(?:vielen|besten|herzlichen|schönen|lieben|tausend) Dank|dankeschön|dankbar"),
  },
  {
    says: "is pleased",
    weight: 0.55,
    words: german(
      `(?:funktioniert|klappt|läuft|geht) (?:jetzt|nun|wieder|super|perfekt|einwandfrei|prima)(?! (?:nicht|kein))|hat ${gap(2)}(?:geklappt|geholfen)(?! nicht)|großartig\\p{L}{0,2}|hervorragend\\p{L}{0,2}|ausgezeichnet\\p{L}{0,2}|fantastisch|begeistert|wunderbar|bestens|(?:sehr|super|rundum) zufrieden|(?:toller|super|klasse|prima|guter) (?:Service|Support|Job|Arbeit)|Problem (?:ist )?gelöst`,
    ),
  },
];
