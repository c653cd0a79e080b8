import { describe, expect, test } from "vitest";
import { Labels } from "./labels";
import type { LabelSpace, Signal } from "./model";
import { SnapshotReader, SnapshotWriter } from "./snapshot";

type Lesson = Partial<Signal & { type: "labelled" }> & { text: string; label: string };

let count = 0;
const lesson = (told: Lesson): Signal & { type: "labelled" } => ({
  type: "labelled",
  id: `ticket ${count++}`,
  space: "category",
  insteadOf: null,
  weight: 1,
  ...told,
});

function taught(...lessons: Lesson[]): Labels {
  const labels = new Labels();
  for (const told of lessons) labels.learn(lesson(told));
  return labels;
}

const KIOSK = [
  "The kiosk in our lobby shows a purple screen after the night.",
  "Every morning the lobby kiosk has a purple screen.",
  "A purple screen is on the kiosk again.",
];
const KIOSK_ANEW = "Our kiosk has been purple since the morning.";
const INVOICE = [
  "Please send the invoice for May to our accountant.",
  "The accountant needs a copy of last month's invoice.",
  "Where is the invoice for our last payment?",
];
const all = (texts: readonly string[], label: string): Lesson[] =>
  texts.map((text) => ({ text, label }));

describe("labels", () => {
  test("nothing is guessed before the first example", () => {
    expect(new Labels().predict("category", KIOSK_ANEW)).toBeNull();
    expect(taught(...all(KIOSK, "devices")).predict("intent", KIOSK_ANEW)).toBeNull();
  });

  test("one example is enough to come first for its paraphrase, and not to be trusted", () => {
    const labels = taught({ text: INVOICE[0] ?? "", label: "billing" });
    labels.learn(lesson({ id: "the one", text: KIOSK[0] ?? "", label: "devices" }));

    const guess = labels.predict("category", KIOSK_ANEW);

    expect(guess).toMatchObject({ label: "devices", runnerUp: "billing", examples: 1 });
    expect(guess?.evidence).toEqual([{ source: "the one", similarity: expect.any(Number) }]);
    expect(guess?.confidence).toBeLessThan(0.5);
    expect(guess?.novel).toBe(false);
  });

  test("three corrections decide for a fourth, and not for another matter", () => {
    const labels = taught(...all(KIOSK, "devices").map((told) => ({ ...told, insteadOf: "it" })));

    expect(labels.predict("category", KIOSK_ANEW)?.confidence).toBeGreaterThan(0.6);
    expect(labels.predict("category", KIOSK_ANEW)?.against).toEqual(["it"]);
    const other = labels.predict("category", "When does my subscription renew?");
    expect(other?.confidence).toBeLessThan(0.3);
    expect(other?.novel).toBe(true);
  });

  test("a label that appears later is learned at once beside the others", () => {
    const labels = taught(...all(INVOICE, "billing"), ...all(KIOSK.slice(0, 2), "technical"));
    labels.learn(lesson({ text: "Do you print our logo on the mugs?", label: "merchandise" }));
    labels.learn(lesson({ text: "Can the mugs have our logo in blue?", label: "merchandise" }));

    expect(labels.predict("category", "Is a logo possible on mugs?")?.label).toBe("merchandise");
    expect(labels.predict("category", KIOSK_ANEW)?.label).toBe("technical");
  });

  test("what a person says of a ticket replaces what was said of it before", () => {
    const labels = taught(...all(INVOICE, "billing"));
    labels.learn(lesson({ id: "one", text: KIOSK[0] ?? "", label: "technical" }));
    labels.learn(
      lesson({ id: "one", text: KIOSK[0] ?? "", label: "devices", insteadOf: "technical" }),
    );

    const guess = labels.predict("category", KIOSK[0] ?? "");
    expect(guess).toMatchObject({ label: "devices", examples: 1, against: ["technical"] });
  });

  test("a label that was only let stand counts less than one that was set", () => {
    const stood = all(KIOSK, "devices").map((told) => ({ ...told, weight: 0.3 }));
    const confidence = taught(...stood).predict("category", KIOSK_ANEW)?.confidence;

    expect(confidence).toBeLessThan(0.5);
    expect(confidence).toBeLessThan(
      taught(...all(KIOSK, "devices")).predict("category", KIOSK_ANEW)?.confidence ?? 0,
    );
  });

  test("the account tells priorities apart where the words are the same", () => {
    const space: LabelSpace = "priority";
    const labels = new Labels();
    for (const text of INVOICE) {
      labels.learn(lesson({ text, space, label: "high", facts: { tier: "enterprise" } }));
      labels.learn(lesson({ text, space, label: "low", facts: { tier: "free" } }));
    }
    const asked = INVOICE[0] ?? "";
    expect(labels.predict(space, asked, { tier: "enterprise" })?.label).toBe("high");
    expect(labels.predict(space, asked, { tier: "free" })?.label).toBe("low");
  });
});

describe("state", () => {
  const lessons = [...all(KIOSK, "devices"), ...all(INVOICE, "billing")].map((told, at) =>
    lesson({ ...told, id: `ticket ${at}` }),
  );
  const learnedFrom = (told: readonly (Signal & { type: "labelled" })[]) => {
    const labels = new Labels();
    for (const one of told) labels.learn(one);
    return labels;
  };
  const guesses = (labels: Labels) =>
    [KIOSK_ANEW, ...INVOICE, "something else"].map((text) => labels.predict("category", text));

  test("the same lessons give the same guesses", () => {
    expect(guesses(learnedFrom(lessons))).toEqual(guesses(learnedFrom(lessons)));
  });

  test("a snapshot goes on as if it had never been one", () => {
    const to = new SnapshotWriter();
    learnedFrom(lessons.slice(0, 4)).save(to);
    const labels = new Labels();
    labels.load(new SnapshotReader(to.finish()));
    for (const one of lessons.slice(4)) labels.learn(one);

    expect(guesses(labels)).toEqual(guesses(learnedFrom(lessons)));
  });

  test("memory is bounded: the newest examples of a label stay", () => {
    const labels = new Labels();
    for (let n = 0; n < 120; n++) {
      labels.learn(lesson({ text: `Order ${n} of crate ${n * 7} is late`, label: "late" }));
    }
    expect(labels.predict("category", "Order 119 of crate 833 is late")?.examples).toBe(48);
  });
});
