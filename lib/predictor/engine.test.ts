import { describe, expect, test } from "vitest";
import { Engine } from "./index";
import { Prediction, Signal } from "./model";
import { answered, KINDS, teach, tickets } from "./testing/tickets";

describe("one ticket at a time", { timeout: 30_000 }, () => {
  test("knows nothing at first, and says so", () => {
    const prediction = new Engine(1).predict("Where is my parcel?");
    expect(prediction).toMatchObject({ candidates: [], confidence: 0, automatic: false });
    expect(prediction.held).toContain("nothing-known");
    expect(Prediction.parse(prediction)).toEqual(prediction);
  });

  test("a question asked otherwise gets the answer of the only ticket like it", () => {
    const engine = new Engine(1);
    engine.learn(answered("a", "My parcel has not arrived yet", "parcel-late"));
    engine.learn(answered("b", "How do I change my password?", "password"));
    const prediction = engine.predict("The parcel still hasn't arrived");
    expect(prediction.candidates[0]?.answer).toBe("parcel-late");
    expect(prediction.candidates[0]?.evidence[0]?.source).toBe("a");
  });

  test("a fourth question is drafted with the answer of three, surer, with those as evidence", () => {
    const engine = new Engine(1);
    engine.learn(answered("x", "Please cancel my subscription", "cancel"));
    const before = engine.predict("Is there a way to get my money back for order?");
    for (const [i, text] of [
      "I want a refund for my order",
      "How can I get my money back?",
      "Please refund my last order, it broke",
    ].entries()) {
      engine.learn(answered(`r${i}`, text, "refund"));
    }
    const after = engine.predict("Is there a way to get my money back for order?");
    expect(after.candidates[0]?.answer).toBe("refund");
    const sources = after.candidates[0]?.evidence.map((e) => e.source).sort();
    expect(sources).toEqual(["r0", "r1", "r2"]);
    expect(after.confidence).toBeGreaterThan(before.confidence);
  });

  test("an article answers before its first ticket, and a changed one from the next question on", () => {
    const engine = new Engine(1);
    const article = (answer: string, title: string, body: string) =>
      engine.learn({ type: "article", id: `${answer}-${title}`, answer, title, body });
    article("a1", "Reset your password", "Open settings, choose security and follow the link.");
    article("a2", "Track a parcel", "The tracking number is in the mail we sent.");
    expect(engine.predict("how can i reset passwords").candidates[0]?.answer).toBe("a1");
    article("a2", "Change your delivery address", "Addresses can be changed until dispatch.");
    expect(engine.predict("deliver to another address").candidates[0]?.answer).toBe("a2");
    expect(engine.predict("tracking number").candidates[0]?.answer).not.toBe("a2");
  });

  test("refusals lower the confidence of an answer, silence barely raises it", () => {
    const engine = teach(new Engine(1), tickets(150, 5));
    const text = tickets(1, 99)[0]?.text ?? "";
    const answer = engine.predict(text).candidates[0]?.answer ?? "";
    const start = engine.predict(text).confidence;
    engine.learn({ type: "silent", id: "s", text, answer });
    const quiet = engine.predict(text).confidence;
    expect(Math.abs(quiet - start)).toBeLessThan(0.05);
    for (let i = 0; i < 3; i++) engine.learn({ type: "refused", id: `n${i}`, text, answer });
    expect(engine.predict(text).confidence).toBeLessThan(0.65);
  });

  test("a question of no known kind is less sure and more novel than known ones", () => {
    const engine = teach(new Engine(1), tickets(150, 5));
    const known = engine.predict(KINDS[0]?.samples[0] ?? "");
    const odd = engine.predict("quarterly greenhouse tomato fertiliser ordinance");
    expect(odd.novelty).toBeGreaterThan(known.novelty);
    expect(odd.automatic).toBe(false);
  });

  test("signals are refused when they have no answer", () => {
    expect(Signal.safeParse({ type: "answered", id: "a", text: "b" }).success).toBe(false);
  });
});
