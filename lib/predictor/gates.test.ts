import { describe, expect, test } from "vitest";
import { capConfidence } from "./caps";
import { Engine } from "./index";
import { AUTO_AT, Prediction, REVIEW_AT } from "./model";
import { answered, teach, tickets } from "./testing/tickets";

const record = {
  answer: "a",
  taught: 50,
  recent: 0,
  recentAt: 0,
  accepted: 3,
  proposed: 50,
  right: 50,
  refusals: 0,
  typical: { n: 0, best: 0, centroid: 0, net: 0 },
  retired: false,
  article: false,
  uncapped: false,
  owner: null,
  successors: {},
};

describe("caps", { timeout: 30_000 }, () => {
  test("an answer with fewer than 3 accepted uses stays below 0.60", () => {
    expect(capConfidence(0.99, { ...record, accepted: 2 }, 1000).confidence).toBeLessThan(
      REVIEW_AT,
    );
    expect(capConfidence(0.99, record, 1000).confidence).toBe(0.99);
  });

  test("an admin may lift that cap, not the one of a new desk", () => {
    const lifted = { ...record, accepted: 0, uncapped: true };
    expect(capConfidence(0.99, lifted, 1000).confidence).toBe(0.99);
    expect(capConfidence(0.99, lifted, 99).confidence).toBeLessThan(AUTO_AT);
  });

  test("below 100 outcomes nothing is automatic, whatever is learned", () => {
    const engine = new Engine(1);
    for (let i = 0; i < 99; i++) {
      engine.learn(answered(`t${i}`, "reset my password", "password", true));
      expect(engine.predict("reset my password").confidence).toBeLessThan(AUTO_AT);
    }
  });

  test("with enough outcomes a plain question becomes automatic, but not an unproved answer", () => {
    const engine = teach(new Engine(1), tickets(200, 4));
    expect(engine.predict("reset my password please thanks").automatic).toBe(true);
    for (let i = 0; i < 30; i++) {
      engine.learn(answered(`n${i}`, "the app crashes on start", "crash", false));
    }
    const unproved = engine.predict("the app crashes on start");
    expect(unproved.candidates[0]?.answer).toBe("crash");
    expect(unproved.confidence).toBeLessThan(REVIEW_AT);
    expect(unproved.automatic).toBe(false);
  });

  test("each refusal takes confidence away", () => {
    expect(capConfidence(0.99, { ...record, refusals: 1 }, 1000).confidence).toBeLessThan(AUTO_AT);
  });

  test("not a number means confidence 0", () => {
    expect(capConfidence(Number.NaN, record, 1000).confidence).toBe(0);
  });
});

describe("retired answers", { timeout: 30_000 }, () => {
  test("are never candidates again, and their tickets teach the replacement at once", () => {
    const engine = teach(new Engine(1), tickets(150, 4));
    engine.learn({ type: "retired", id: "r", answer: "refund" });
    const ask = () => engine.predict("refund my order please").candidates.map((c) => c.answer);
    expect(ask()).not.toContain("refund");
    engine.learn(answered("n", "i want my money back today", "refund-new"));
    expect(ask()[0]).toBe("refund-new");
    engine.learn(answered("again", "refund my order", "refund"));
    expect(ask()).not.toContain("refund");
  });

  test("pass their experience on when the replacement is named, and return when restored", () => {
    const engine = teach(new Engine(1), tickets(150, 4));
    const first = () => engine.predict("refund my order please").candidates[0]?.answer;
    engine.learn({ type: "retired", id: "r", answer: "refund", replacedBy: "refund-2" });
    expect(first()).toBe("refund-2");
    engine.learn({ type: "restored", id: "b", answer: "refund" });
    expect(first()).toBe("refund");
  });
});

describe("private answers", { timeout: 30_000 }, () => {
  const names = (engine: Engine, scope?: string) =>
    engine.predict("refund my order please", undefined, scope).candidates.map((c) => c.answer);

  test("are proposed to their account only, until they are shared", () => {
    const engine = teach(new Engine(1), tickets(60, 4));
    for (let i = 0; i < 6; i++) {
      const signal = answered(`p${i}`, `refund my order ${i} please`, "refund-acme");
      engine.learn({ ...signal, scope: "acme", owner: "acme" });
    }
    expect(names(engine, "acme")[0]).toBe("refund-acme");
    for (const scope of [undefined, "globex"]) {
      expect(names(engine, scope)).not.toContain("refund-acme");
    }
    engine.learn({ type: "shared", id: "s", answer: "refund-acme", owner: null });
    expect(names(engine, "globex")).toContain("refund-acme");
  });

  test("lend nobody else their tickets as evidence, when they are retired for another either", () => {
    const engine = teach(new Engine(1), tickets(60, 4));
    engine.learn({ ...answered("p", "refund my order", "refund-acme"), owner: "acme" });
    engine.learn({ type: "retired", id: "r", answer: "refund-acme", replacedBy: "refund" });
    engine.learn({ ...answered("q", "refund my order", "refund-2"), owner: "acme" });
    const { candidates } = engine.predict("refund my order", undefined, "globex");
    expect(candidates.map((c) => c.answer)).not.toContain("refund-2");
    const sources = candidates.flatMap((c) => c.evidence.map((e) => e.source));
    expect(sources).not.toContain("q");
  });
});

describe("hostile input", { timeout: 30_000 }, () => {
  const strange = [
    "",
    "   \n\n",
    "😀".repeat(500),
    "a".repeat(50_000),
    "\u0000\uFFFF\uD800",
    "1".repeat(400),
    "支払いができません。助けてください。",
    "constructor __proto__ toString",
    `${"word ".repeat(20_000)}`,
  ];

  test("gives finite numbers in range, learned or not", () => {
    const engine = teach(new Engine(1), tickets(120, 4));
    for (const round of [1, 2]) {
      for (const [i, text] of strange.entries()) {
        const prediction = engine.predict(text, { channel: "\n=", plan: "__proto__" });
        expect(Prediction.safeParse(prediction).success).toBe(true);
        expect(JSON.stringify(prediction)).not.toContain("null");
        engine.learn(answered(`${round}-${i}`, text, `odd-${i % 3}`));
      }
    }
    expect(engine.predict("reset my password").candidates[0]?.answer).toBe("password");
  });
});
