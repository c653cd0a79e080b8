import { describe, expect, test } from "vitest";
import { analyse, type RouteFacts } from "./analyse";
import { reasonsForPeople } from "./people-first";
import { feel } from "./sentiment";
import { findTried } from "./tried";

const read = (text: string, account: Partial<RouteFacts["account"]> = {}) =>
  analyse({
    text,
    latest: text,
    thread: [text],
    before: null,
    account: {
      tier: "business",
      inTrial: false,
      paying: true,
      failedInvoices: 0,
      openOnboardingStep: null,
      ...account,
    },
    history: { recent: 0, messages: 1, intents: [] },
    caller: { priority: null, category: null },
    order: [],
  });

const forPeople = (text: string) =>
  reasonsForPeople({
    text,
    thread: [text],
    takenOver: false,
    stoppedByRule: null,
    escalationReason: null,
    stopped: { desk: false, team: false, customer: false },
  });

describe("German words", () => {
  test.each([
    ["Unser ganzes System ist ausgefallen, niemand kann sich anmelden.", "bug_report", "urgent"],
    ["Alle Daten sind gelöscht!", "bug_report", "urgent"],
    ["Mein Konto wurde gehackt.", "security_report", "urgent"],
    ["Ich kann mich nicht mehr anmelden.", "bug_report", "high"],
    ["Der Export funktioniert seit gestern nicht.", "bug_report", "normal"],
    ["Sie haben mir den Betrag doppelt abgebucht.", "billing_problem", "normal"],
    ["Bitte erstatten Sie mir das Geld.", "billing_problem", "normal"],
    ["Die Rechnung für Oktober ist falsch.", "billing_problem", "normal"],
    ["Hiermit kündige ich zum Monatsende.", "cancellation_intent", "normal"],
    ["Bitte löschen Sie mein Konto.", "cancellation_intent", "normal"],
    ["Wie kann ich die Zeiten exportieren?", "usage_help", "low"],
  ])("%s", (text, intent, priority) => {
    expect(read(text)).toMatchObject({ primary: intent, priority });
  });

  test("of trouble block work only where the account pays, and a way around it counts", () => {
    const text = "Der Import geht nicht und wir sind blockiert.";
    expect(read(text).priority).toBe("high");
    expect(read(text, { tier: "free", paying: false }).priority).toBe("normal");
    expect(read(`${text} In einem anderen Browser geht es, also nicht dringend.`).priority).toBe(
      "normal",
    );
  });

  test("are kept as the evidence", () => {
    const { reasons } = read("Unser ganzes System ist ausgefallen.");
    expect(reasons).toContainEqual({
      text: "an outage",
      evidence: ["System ist ausgefallen"],
    });
  });

  test.each([
    ["Wie lange ist die Kündigungsfrist?", "cancellation_intent"],
    ["Ist ein Ausfall geplant, oder gibt es keinen?", "security_report"],
    ["Gibt es kein Datenblatt?", "bug_report"],
  ])("%s is no %s", (text, intent) => {
    expect(read(text).primary).not.toBe(intent);
  });
});

describe("whoever asks for a person in their own language", () => {
  test.each([
    "Ich möchte bitte mit einem Menschen sprechen, nicht mit einem Bot.",
    "Können Sie mich mit einem echten Mitarbeiter verbinden?",
    "Rufen Sie mich bitte an.",
    "Ruft mich bitte zurück!",
    "Ich bitte um Rückruf.",
    "Verbinden Sie mich mit jemandem aus der Buchhaltung.",
    "Keine automatischen Antworten mehr!",
    "Je voudrais parler à un conseiller.",
    "Rappelez-moi s'il vous plaît",
    "Quiero hablar con una persona.",
    "No quiero un bot, llámeme.",
  ])("%s", (text) => {
    expect(forPeople(text)).toEqual([expect.stringContaining("the customer asks for a person")]);
  });

  test.each([
    "Ich habe mit meinem Kollegen den Export geöffnet.",
    "Wie lade ich einen Mitarbeiter ein?",
    "Wie kann ich eine Person zum Projekt hinzufügen?",
    "Comment inviter une personne dans le projet ?",
    "¿Cómo invito a una persona al proyecto?",
  ])("%s asks for none", (text) => {
    expect(forPeople(text)).toEqual([]);
  });
});

describe("how German sounds", () => {
  test("anger, waiting and threats pull down; thanks and success up", () => {
    expect(feel("Das ist eine Frechheit, ich warte seit drei Wochen!").score).toBeLessThan(-0.6);
    expect(feel("Ich schalte meinen Anwalt ein.").score).toBeLessThan(-0.5);
    expect(feel("Niemand antwortet mir.").score).toBeLessThan(-0.3);
    expect(feel("Vielen Dank, es funktioniert wieder!").score).toBeGreaterThan(0.4);
    expect(feel("Wie exportiere ich die Zeiten?").score).toBe(0);
  });
});

describe("what was tried, in German", () => {
  test.each([
    ["Cache geleert, Browser neu gestartet.", "Cache geleert", "customer", null],
    ["Cache geleert, Browser neu gestartet.", "Browser neu gestartet", "customer", null],
    ["Ich habe den Cache geleert, ohne Erfolg.", "den Cache geleert", "customer", false],
    [
      "Wir haben bereits einen anderen Browser ausprobiert. Es geht immer noch nicht.",
      "einen anderen Browser ausprobiert",
      "customer",
      false,
    ],
    ["Nach einem Neustart ist es dasselbe.", "Neustart", "customer", null],
    [
      "Ihr Kollege hat mir geraten, den Router zurückzusetzen.",
      "den Router zurückzusetzen",
      "us",
      null,
    ],
    ["Ein anderes Gerät hat nicht geholfen.", "Ein anderes Gerät", "customer", false],
  ])("%s: %s", (text, step, by, helped) => {
    expect(findTried(text)).toContainEqual({ step, by, helped });
  });

  test.each([
    "Das Passwort wurde zurückgesetzt.",
    "Wie wird der Cache geleert?",
    "Ich möchte wissen, wann das Projekt gelöscht wird.",
  ])("%s: nothing", (text) => {
    expect(findTried(text)).toEqual([]);
  });

  test("is bounded for any text", () => {
    for (const part of ["ich habe es ", "hat nicht geholfen ", "und neu ", "nach einem "]) {
      const began = performance.now();
      findTried(part.repeat(Math.ceil(20_000 / part.length)));
      feel(part.repeat(Math.ceil(20_000 / part.length)));
      expect(performance.now() - began).toBeLessThan(2000); // ms, on a busy machine
    }
  });
});
