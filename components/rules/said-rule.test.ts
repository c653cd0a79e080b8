import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { german } from "@/components/i18n/german";
import { saidRule, saidTrace } from "./said-rule";

const RULE =
  "If category is Sales and Support and (plan is one of business, enterprise or not (text mentions “VAT and tax”)), then team Billing Team, priority high even if lower, tags vat, tax; go on to the next rule";

test("English stays as the desk has said it", () => {
  expect(saidRule(RULE, english)).toBe(RULE);
});

test("a rule is said in German, and names stay whole", () => {
  expect(saidRule(RULE, german)).toBe(
    "Wenn Kategorie ist Sales and Support und (Tarif ist einer von business, enterprise oder nicht (Text erwähnt „VAT and tax“)), dann Team Billing Team, Priorität hoch, auch wenn niedriger, Tags vat, tax; weiter mit der nächsten Regel",
  );
});

test.each([
  ["Always change nothing; stop", "Immer nichts ändern; dann Schluss"],
  ["new condition: sentiment below −0.3", "neue Bedingung: Stimmung unter −0,3"],
  ['intent: refund 0.76; the text has "0.85"', "Anliegen: refund 0,76; der Text enthält „0.85“"],
  ["it was written Mon 09:05", "es wurde geschrieben Mo 09:05"],
  ["written Mon–Fri 09:00–17:00 (UTC)", "geschrieben Mo–Fr 09:00–17:00 (UTC)"],
  ["written any day (UTC)", "geschrieben an jedem Tag (UTC)"],
  ["no longer asks: account pays", "fragt nicht mehr: Konto zahlt"],
  ["place 3 → 1", "Stelle 3 → 1"],
  ["priority: as scored → high", "Priorität: wie bewertet → hoch"],
  ["it has no conditions", "es hat keine Bedingungen"],
  [
    "category is general and not (the account pays: no)",
    "Kategorie ist general und nicht (das Konto zahlt: nein)",
  ],
  ["words that nobody knows", "words that nobody knows"],
])("%s", (text, words) => expect(saidRule(text, german)).toBe(words));

test("a line of the timeline says what a rule has found, condition by condition", () => {
  const line = "Rule “Pay: now” did not match: category is billing and the account pays: no";
  expect(saidTrace(line, german)).toBe(
    "Regel „Pay: now“ traf nicht zu: Kategorie ist billing und das Konto zahlt: nein",
  );
  expect(saidTrace(line, english)).toBe(line);
  expect(saidTrace("The customer is upset.", german)).toBe("Der Kunde ist verärgert.");
});
