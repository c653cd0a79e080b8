import { describe, expect, test } from "vitest";
import { agreementOf } from "./model-agreement";
import { growing } from "./model-growing";
import { bounded, joined, type ModelReply } from "./model-output";
import { type Reading, readReply, worthSaying } from "./model-read";

const PASSAGE = "Open Reports and choose the months that you need. Choose Export, then CSV.";
const citable = (text: string, subject: string | null = "article:a1") => ({
  ...{ articleId: "a1", passageId: "p1", title: "Export", text, language: "en", subject },
});
const reading = (more: Partial<Reading> = {}): Reading => ({
  citable: new Map([["P1", citable(PASSAGE)]]),
  asked: "How do I export?",
  names: [],
  firstName: "Mina",
  steps: [],
  stems: [],
  language: "en",
  ...more,
});
const says = (...texts: [string, ...string[]][]): ModelReply["sentences"] =>
  texts.map(([text, ...citations]) => ({ text, citations }));

describe("a model's answer", () => {
  test("becomes a reply with greeting, sources by number and their own words", () => {
    const { composed, support, subject, foreign } = readReply(
      says(
        ["Thank you for your message."],
        ["Open Reports and choose the months that you need.", "P1", "P9"],
        ["\n\nChoose Export, then CSV.", "P1"],
      ),
      [],
      reading(),
    );
    expect(composed.draft).toBe(
      "Hi Mina,\n\nThank you for your message. Open Reports and choose the months that you need.\n\nChoose Export, then CSV.\n\nIf this does not help, just reply and we will look into it.",
    );
    expect(composed.sentences.map(({ sources }) => sources)).toEqual([[1], [1]]);
    expect(composed.sources).toEqual([
      { articleId: "a1", passageId: "p1", title: "Export", quote: PASSAGE },
    ]);
    expect(composed.unsupported).toBe(0);
    expect(support).toMatchObject({ share: 1, claims: 2, unchecked: 0 });
    expect({ subject, foreign }).toEqual({ subject: "article:a1", foreign: null });
  });

  test("with a claim hidden in a longer sentence is not borne out", () => {
    const { composed } = readReply(says([`${PASSAGE} Money comes back.`, "P1"]), [], reading());
    expect(composed.unsupported).toBe(1);
  });

  test("loses its own greeting, and what was tried", () => {
    const { kept, leftOut } = worthSaying(
      says(["Hi there,"], ["Clear the cache.", "P1"], ["Choose Export, then CSV.", "P1"]),
      reading({
        steps: [{ step: "cleared the cache", stems: ["clear", "cach"] }],
        stems: [["hi"], ["clear", "cach"], ["choos", "export", "csv"]],
      }),
    );
    expect(kept.map(({ text }) => text)).toEqual(["Choose Export, then CSV."]);
    expect(leftOut).toEqual([{ text: "Clear the cache.", tried: "cleared the cache" }]);
  });

  test("in another language than the customer's is told as such", () => {
    const german = "Öffnen Sie die Berichte und wählen Sie die Monate, die Sie brauchen.";
    expect(readReply(says([german, "P1"]), [], reading()).foreign).toBe("en");
    const own = readReply(says([german, "P1"]), [], reading({ language: "de" }));
    expect(own.foreign).toBeNull();
    expect(own.support.unchecked).toBe(1);
    expect(own.composed.draft).toMatch(/^Hallo Mina,/);
  });

  test("of the account alone teaches nothing", () => {
    const facts = new Map([["F1", citable("The account has 12 seats.", null)]]);
    const read = readReply(
      says(["The account has 12 seats.", "F1"]),
      [],
      reading({ citable: facts }),
    );
    expect(read.subject).toBeNull();
    expect(read.composed.unsupported).toBe(0);
  });
});

describe("bounds", () => {
  const reply = (sentences: ModelReply["sentences"]) => ({
    sentences,
    unknown: [],
    followUp: null,
  });

  test("more than a reply is none", () => {
    expect(bounded(reply(says(...Array<[string]>(41).fill(["A b."]))))).toBeNull();
    expect(bounded(reply(says(["a".repeat(1001)])))).toBeNull();
  });

  test("what is empty goes, notes are short", () => {
    const found = bounded({
      sentences: says(["  "], ["Yes.", "P1", "P1"]),
      unknown: ["", " a\n b ", "a b", "x".repeat(999)],
      followUp: "  ",
    });
    expect(found).toEqual({
      sentences: [{ text: "Yes.", citations: ["P1"] }],
      unknown: ["a b", "x".repeat(300)],
      followUp: null,
    });
  });

  test("paragraphs stay", () => {
    expect(joined(says(["A."], ["\nB."], [" C."], ["\n\nD."]))).toBe("A.\nB. C.\n\nD.");
  });
});

describe("an answer that grows", () => {
  const shown = (part: unknown) => growing(part, "Hi,\n\n", new Set());
  const part = (...texts: string[]) => ({ sentences: texts.map((text) => ({ text })) });

  test("is shown up to its last whole word", () => {
    expect(shown(part("Open Rep"))).toBe("Hi,\n\nOpen");
    expect(shown(part("Open Reports now.", "Choose"))).toBe("Hi,\n\nOpen Reports now.");
    expect(shown({})).toBe("");
    expect(shown(null)).toBe("");
    expect(shown({ sentences: [{}, { text: 7 }] })).toBe("");
  });

  test("never shows a stranger's link", () => {
    const text = "See ![x](https://evil.example/p?d=1) and https://evil.example/a now ok.";
    for (let end = 1; end <= text.length; end++) {
      expect(shown(part(text.slice(0, end)))).not.toMatch(/evil\.example\//);
    }
  });
});

describe("samples", () => {
  const reply = (text: string, id: string) => ({
    ...{ sentences: says([text, id]), unknown: [], followUp: null },
  });

  test("agree by sources and words", () => {
    const first = reply("Open Reports and choose Export.", "P1");
    expect(agreementOf(first, [])).toBeNull();
    expect(agreementOf(first, [first])).toBe(1);
    expect(agreementOf(first, [reply("Pay the invoice.", "P2")])).toBe(0);
    const near = agreementOf(first, [first, reply("Open Reports.", "P1")]) ?? 0;
    expect(near).toBeGreaterThan(0.7);
    expect(near).toBeLessThan(1);
  });
});
