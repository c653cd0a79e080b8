import { gap, german } from "./german";
import type { Level } from "./priority-evidence";

const ALL = "(?:alle|alles|sämtliche|unsere gesamten|unsere ganzen|meine ganzen|die gesamten)";
const GONE = "(?:weg|gelöscht|verschwunden|verloren(?: gegangen)?|vernichtet)";
const SYSTEM =
  "(?:System|Systeme|Seite|Website|Webseite|Server|Dienst|Service|App|Plattform|Anwendung|Software|Produktion|Portal|Produktivsystem|alles)";

/** How pressing a request is, in German words. */
export const GERMAN_EVIDENCE: readonly Level[] = [
  {
    priority: "urgent",
    says: "an outage",
    weight: 1,
    words: german(
      `(?<!kein(?:en)? )(?:(?:System|Server|Total|Komplett)?ausfall|Totalstillstand)|${SYSTEM} ${gap(5)}(?:ausgefallen|lahmgelegt|nicht (?:mehr )?erreichbar|unerreichbar|steht still)|${SYSTEM} (?:ist|sind|war) ${gap(3)}(?:down|offline|tot)|(?:steht|liegt) alles ${gap(1)}(?:still|lahm)|(?:niemand|keiner|kein Mitarbeiter|keiner von uns) ${gap(3)}(?:kann|konnte|kommt) ${gap(4)}(?:anmelden|einloggen|arbeiten|zugreifen|rein|öffnen|nutzen)|(?:wir alle|alle (?:Mitarbeiter|Kollegen|Nutzer|Benutzer|Kunden)|das (?:ganze|gesamte) Team|die (?:ganze|gesamte) Firma) ${gap(5)}nicht ${gap(3)}(?:anmelden|einloggen|arbeiten|zugreifen|öffnen|nutzen)`,
    ),
  },
  {
    priority: "urgent",
    says: "data loss",
    weight: 1,
    words: german(
      `Datenverlust|${ALL} ${gap(3)}(?:ist|sind|war|waren|wurde|wurden) ${gap(4)}${GONE}|(?:Daten|Datenbank|Sicherung|Backup) ${gap(3)}(?:beschädigt|korrupt|zerstört)|(?:Daten|Dateien|Projekte) ${gap(2)}(?:unwiederbringlich|komplett|vollständig) ${GONE}`,
    ),
  },
  {
    priority: "high",
    says: "work was deleted by accident",
    weight: 1,
    words: german(
      `(?:versehentlich|aus Versehen) ${gap(6)}(?:gelöscht|entfernt|überschrieben)|(?:gelöscht|entfernt|überschrieben) ${gap(2)}(?:versehentlich|aus Versehen)`,
    ),
  },
  {
    priority: "high",
    withTrouble: true,
    says: "work is blocked",
    weight: 1,
    words: german(
      `(?:kann|können) ${gap(5)}(?:nicht(?: mehr| weiter)?) ${gap(2)}(?:arbeiten|weiterarbeiten|anmelden|einloggen|bezahlen|zugreifen)|blockiert|ausgesperrt|keinen Zugriff|Zugriff ${gap(3)}verloren|geschäftskritisch|verlieren ${gap(2)}(?:Geld|Kunden|Umsatz)|Lohnabrechnung|Gehaltsabrechnung|Frist|bis (?:heute Abend|heute Nachmittag|morgen früh|zum Feierabend)|gehen ${gap(2)}live`,
    ),
  },
];

export const GERMAN_WORKAROUND = german(
  `Umgehungslösung|Behelfslösung|Notlösung|(?:in|mit) (?:einem |dem )?anderen (?:Browser|Gerät|Rechner|Projekt) ${gap(1)}(?:geht|funktioniert|klappt)|bei (?:den |allen )?anderen (?:geht|funktioniert|klappt)|nicht (?:eilig|dringend)|keine Eile|hat (?:noch )?Zeit|(?:Tipp|Schönheits)fehler|nur eine Kleinigkeit`,
);
