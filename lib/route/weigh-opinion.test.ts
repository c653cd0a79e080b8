import { describe, expect, test } from "vitest";
import { analyse, type RouteFacts } from "./analyse";
import { weighMood, weighOpinion } from "./weigh-opinion";

const facts = (text: string): RouteFacts => ({
  ...{ text, latest: text, thread: [text], before: null },
  account: {
    ...{ tier: "business", inTrial: false, paying: true, failedInvoices: 0 },
    openOnboardingStep: null,
  },
  history: { recent: 0, messages: 1, intents: [] },
  caller: { priority: null, category: null },
  order: [],
});
const second = (intents: string[], sentiment = 0) => ({ model: "m-1", intents, sentiment });

describe("a model's second opinion", () => {
  const strange = "The frobnicator is somewhere else than it was on Tuesday.";

  test("names a kind where the words name none", () => {
    expect(analyse(facts(strange)).primary).toBeNull();
    const found = analyse({ ...facts(strange), second: second(["bug_report"]) });
    expect(found).toMatchObject({ primary: "bug_report", novel: false });
    expect(found.reasons.map(({ text }) => text)).toContain(
      "m-1 reads it as bug report; the words name no kind",
    );
  });

  test("never outweighs the words", () => {
    const text = "My card was charged twice this month, please check the invoice.";
    const plain = analyse(facts(text));
    const found = analyse({ ...facts(text), second: second(["feature_request"]) });
    expect(plain.primary).toBe("billing_problem");
    expect(found.primary).toBe("billing_problem");
    expect(found.intents).toEqual(plain.intents);
    expect(found.reasons.at(-1)?.text ?? "").not.toBe("");
  });

  test("leaves alone what a person has said", () => {
    const said = { intents: [] };
    const found = analyse({ ...facts(strange), said, second: second(["bug_report"]) });
    expect(found.primary).toBeNull();
  });

  test("that failed changes nothing", () => {
    const failed = { model: "m-1", failed: "It did not answer in time." };
    expect(analyse({ ...facts(strange), second: failed })).toEqual(analyse(facts(strange)));
    const found = { intents: [], primary: null, reasons: [] };
    expect(weighOpinion(found, failed)).toBe(found);
  });

  test("moves the mood, and not by itself to an end", () => {
    const calm = { score: 0, reasons: [] };
    expect(weighMood(calm, second([], -1)).score).toBe(-0.5);
    expect(weighMood({ score: -0.5, reasons: [] }, second([], 1)).score).toBe(0.1);
    expect(weighMood({ score: -0.5, reasons: [] }, null).score).toBe(-0.5);
  });
});
