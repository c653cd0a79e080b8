import { describe, expect, test } from "vitest";
import { scorePriority } from "./priority";

type Facts = Parameters<typeof scorePriority>[0];

const FACTS: Facts = {
  text: "",
  intents: ["usage_help"],
  account: {
    tier: "business",
    inTrial: false,
    paying: true,
    failedInvoices: 0,
    openOnboardingStep: null,
  },
  history: { recent: 0, sameIntent: 0, messages: 1 },
  sentiment: 0,
  callerPriority: null,
};

const of = (text: string, intents: string[] = ["bug_report"], change: Partial<Facts> = {}) =>
  scorePriority({ ...FACTS, text, intents, ...change });

const account = (change: Partial<Facts["account"]>) => ({
  account: { ...FACTS.account, ...change },
});

describe("words", () => {
  test.each<[string, string[], string]>([
    ["Your whole site is down", ["bug_report"], "urgent"],
    ["Nobody can sign in", ["bug_report"], "urgent"],
    ["All our projects are gone", ["bug_report"], "urgent"],
    ["We lost all our data", ["bug_report"], "urgent"],
    ["Someone used my card", ["security_report"], "urgent"],
    ["I can't log in", ["bug_report"], "high"],
    ["We are locked out", ["bug_report"], "high"],
    ["The board is slow", ["bug_report"], "normal"],
    ["I can't log in, but another browser works", ["bug_report"], "normal"],
    ["There is a typo on the page", ["bug_report"], "normal"],
    ["I was charged a fee", ["billing_problem"], "normal"],
    ["How do I export?", ["usage_help"], "low"],
    ["Please add a dark theme", ["feature_request"], "low"],
    ["raja", [], "low"],
    ["How do we rotate keys without downtime?", ["usage_help"], "low"],
  ])("%s (%s): %s", (text, intents, priority) => {
    const scored = of(text, intents);
    expect(scored.priority).toBe(priority);
    expect(scored.reasons.length).toBeGreaterThan(0);
  });

  test("the customer's words are kept", () => {
    expect(of("Help, nobody can sign in since 9.").reasons).toContainEqual({
      text: "an outage",
      evidence: ["nobody can sign in"],
    });
  });
});

describe("context", () => {
  test("who does not pay yet and is blocked has a normal problem", () => {
    expect(of("I can't log in", ["bug_report"], account({ paying: false })).priority).toBe(
      "normal",
    );
  });
  test("Enterprise with a problem rises a step", () => {
    expect(of("slow", ["bug_report"], account({ tier: "enterprise" })).priority).toBe("high");
    expect(of("how?", ["usage_help"], account({ tier: "enterprise" })).priority).toBe("low");
  });
  test("a failed payment makes a billing problem high", () => {
    expect(of("why?", ["billing_problem"], account({ failedInvoices: 1 })).priority).toBe("high");
  });
  test("the third request of a kind, and an upset customer, rise a step but not to urgent", () => {
    const history = { recent: 2, sameIntent: 2, messages: 1 };
    expect(of("slow", ["bug_report"], { history }).priority).toBe("high");
    expect(of("how?", ["usage_help"], { sentiment: -0.8 }).priority).toBe("normal");
    expect(of("slow", ["bug_report"], { history, sentiment: -0.8 }).priority).toBe("high");
  });
  test("a caller's priority is evidence: one step, never to urgent, never down, and shown", () => {
    const said = of("how?", ["usage_help"], { callerPriority: "urgent" });
    expect(said.priority).toBe("normal");
    expect(said.reasons).toContainEqual({ text: "the sending system says urgent", evidence: [] });
    expect(of("All our data is gone", ["bug_report"], { callerPriority: "low" }).priority).toBe(
      "urgent",
    );
  });
});
