import { describe, expect, test } from "vitest";
import { Engine } from "./index";
import { answered, teach, tickets } from "./testing/tickets";

const QUESTIONS = tickets(40, 77).map((ticket) => ticket.text);
const answers = (engine: Engine) => QUESTIONS.map((text) => engine.predict(text));

describe("state", { timeout: 30_000 }, () => {
  test("the same seed and signals give the same predictions, however often one asks between", () => {
    const one = teach(new Engine(3), tickets(60, 1));
    const two = new Engine(3);
    tickets(60, 1).forEach(({ text, answer }, i) => {
      two.predict("something else entirely");
      const accepted = two.predict(text).candidates[0]?.answer === answer;
      two.predict(`${text} ${i}`);
      two.learn(answered(`t${i}`, text, answer, accepted));
    });
    expect(answers(two)).toEqual(answers(one));
  });

  test("another order of signals gives another state", () => {
    const one = teach(new Engine(3), tickets(60, 1));
    const two = teach(new Engine(3), tickets(60, 1).reverse());
    expect(answers(two)).not.toEqual(answers(one));
  });

  test("a restored engine answers alike, and goes on learning alike", () => {
    const engine = teach(new Engine(3), tickets(60, 1));
    engine.learn({
      type: "article",
      id: "a",
      answer: "article",
      title: "Opening hours",
      body: "9-5",
    });
    engine.learn({ type: "retired", id: "r", answer: "late" });
    const restored = new Engine(99);
    restored.restore(engine.snapshot());
    expect(answers(restored)).toEqual(answers(engine));
    teach(engine, tickets(30, 2));
    teach(restored, tickets(30, 2));
    expect(answers(restored)).toEqual(answers(engine));
  });

  test("bytes that are no snapshot, or cut short, are refused", () => {
    const snapshot = teach(new Engine(1), tickets(5, 1)).snapshot();
    expect(() => new Engine(1).restore(new Uint8Array(64))).toThrow(RangeError);
    expect(() => new Engine(1).restore(snapshot.subarray(0, 5000))).toThrow(RangeError);
  });
});
