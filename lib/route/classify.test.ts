import { describe, expect, test } from "vitest";
import { categorise } from "./category";
import { classify } from "./classify";
import { INTENTS } from "./model";

/** As the default rules order them: the first one found is the primary. */
const primary = (text: string) => {
  const found = classify(text).intents.map(({ intent }) => intent);
  return INTENTS.find((intent) => found.includes(intent)) ?? "unclassified";
};

describe("intents", () => {
  test.each([
    ["My card isn't working", "bug_report"],
    ["The dashboard shows error 500 since this morning", "bug_report"],
    ["We can't sign in any more", "bug_report"],
    ["The app crashes when I open a board", "bug_report"],
    ["Since the update the import keeps failing", "bug_report"],
    ["Why was I charged a fee?", "billing_problem"],
    ["I was billed twice for May", "billing_problem"],
    ["I want my money back", "billing_problem"],
    ["My transfer still hasn't arrived", "billing_problem"],
    ["The exchange rate you used is wrong", "billing_problem"],
    ["Can you remove my account please", "cancellation_intent"],
    ["How do I close my account?", "cancellation_intent"],
    ["My account needs to be deleted.", "cancellation_intent"],
    ["We are switching to another tool and won't renew", "cancellation_intent"],
    ["Ich möchte den Vertrag kündigen", "cancellation_intent"],
    ["My card was stolen", "security_report"],
    ["Someone used my card", "security_report"],
    ["I think somebody else is using my account", "security_report"],
    ["There is a payment that I didn't make", "security_report"],
    ["I found an XSS vulnerability in your comments", "security_report"],
    ["I can see another company's project", "security_report"],
    ["Our API key was leaked on GitHub", "security_report"],
    ["How do I export time entries?", "usage_help"],
    ["Do you ship cards to where I live?", "usage_help"],
    ["What currencies do you support?", "usage_help"],
    ["I need a copy of insurance for my car", "usage_help"],
    ["It would be great if you could add a dark theme", "feature_request"],
    ["Any plans to support Microsoft Teams?", "feature_request"],
    ["raja", "unclassified"],
    ["8473", "unclassified"],
    ["apn 021384547", "unclassified"],
  ])("%s: %s", (text, intent) => {
    expect(primary(text)).toBe(intent);
  });

  test.each([
    ["Can I cancel a transfer?", "cancellation_intent"],
    ["We want to connect Okta", "bug_report"],
    ["Our client works in Jira", "bug_report"],
    ["How do we rotate keys without an outage?", "bug_report"],
    ["How can I put a VAT number on invoices?", "billing_problem"],
  ])("%s: not %s", (text, intent) => {
    expect(classify(text).intents.map((found) => found.intent)).not.toContain(intent);
  });

  test("a problem told as a question is no how-to", () => {
    expect(classify("Why did my payment fail?").intents).toMatchObject([
      { intent: "billing_problem" },
    ]);
  });

  test("keeps the words that it found, also across wrapped lines", () => {
    const { reasons } = classify("Our export keeps\nfailing and I was charged\ntwice.");
    expect(reasons.flatMap(({ evidence }) => evidence)).toEqual(
      expect.arrayContaining(["charged twice", "keeps failing"]),
    );
  });

  test("an unknown kind is novel, not forced", () => {
    expect(classify("rithika")).toEqual({ intents: [], novel: true, reasons: [] });
  });

  test("scores are probabilities, also for 100 kB", () => {
    for (const part of ["charged twice ", "a ", "can i ", "lost my ", "?!", "\n"]) {
      const { intents } = classify(part.repeat(100_000 / part.length).slice(0, 20_000));
      for (const { score } of intents) {
        expect(score).toBeGreaterThanOrEqual(0.5);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("category", () => {
  const PAYING = { inTrial: false };
  const of = (
    text: string,
    intent: string | null,
    account = PAYING,
    caller: string | null = null,
  ) => categorise(text, intent, account, caller).category;

  test.each([
    ["Why was I charged a fee", "billing_problem", "billing"],
    ["Remove my account", "cancellation_intent", "billing"],
    ["My card isn't working", "bug_report", "technical"],
    ["Someone used my card", "security_report", "technical"],
    ["How do I change my plan?", "usage_help", "billing"],
    ["How do I use the API?", "usage_help", "technical"],
    ["How do I set up our first project?", "usage_help", "onboarding"],
    ["Who are you?", "usage_help", "general"],
    ["raja", null, "general"],
  ])("%s: %s is %s", (text, intent, category) => {
    expect(of(text, intent)).toBe(category);
  });

  test("a how-to question from an account in trial is onboarding", () => {
    expect(of("How do I use the API?", "usage_help", { inTrial: true })).toBe("onboarding");
    expect(of("Error 500", "bug_report", { inTrial: true })).toBe("technical");
  });

  test("what the caller says decides where the words say nothing, and is shown as such", () => {
    expect(of("raja", null, PAYING, "billing")).toBe("billing");
    expect(of("Error 500", "bug_report", PAYING, "billing")).toBe("technical");
    expect(categorise("raja", null, PAYING, "billing").reasons).toEqual([
      { text: "the sending system says billing", evidence: [] },
    ]);
  });
});
