import { describe, expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { type Grounds, quoteFor, supportOf } from "./model-support";

const PASSAGE =
  "Open Reports and choose the months that you need. Choose Export, then CSV, and we mail you a link to the file. The link works for 7 days. Exports over 500,000 rows are split into several files. See https://docs.example.org/export for more.";
const grounds = (more: Partial<Grounds> = {}): Grounds => ({
  sources: [PASSAGE],
  asked: "How do I export the time entries of order 4711234 as a CSV file?",
  names: ["Mina"],
  sameLanguage: true,
  ...more,
});

const kind = (text: string, more?: Partial<Grounds>) => supportOf(text, grounds(more)).kind;

describe("a sentence", () => {
  test.each([
    ["word for word", "Open Reports and choose the months that you need."],
    ["in other forms", "Choosing Export and then CSV mails you a link to the file."],
    [
      "with its number written otherwise",
      "Exports over 500 000 rows are split into several files.",
    ],
    ["with a link of its source", "See https://docs.example.org/export for more."],
    [
      "with the customer's own number",
      "Choose Export and then CSV for the months of order 4711234.",
    ],
  ])("is borne out %s", (_, text) => expect(kind(text)).toBe("supported"));

  test.each([
    ["that its source does not say", "Your account will be upgraded to the premium plan tomorrow."],
    ["with another number", "The link works for 30 days."],
    ["with another link", "See https://evil.example/export for more."],
    [
      "with a name that nobody has told",
      "Choose Export, then CSV, and Zanzibar mails you a link to the file.",
    ],
    [
      "that denies what its source says",
      "Exports over 500,000 rows are not split into several files.",
    ],
    ["that cites nothing", "Open Reports and choose the months that you need."],
  ])("rests on nothing %s", (why, text) =>
    expect(kind(text, why.includes("cites nothing") ? { sources: [] } : {})).toBe("unsupported"),
  );

  test("that leaves out a denial is not borne out", () => {
    const sources = ["Deleted projects can not be restored by anybody."];
    expect(kind("Deleted projects can be restored by anybody.", { sources })).toBe("unsupported");
    expect(kind("Deleted projects can not be restored.", { sources })).toBe("supported");
  });

  test.each([
    "Thank you very much for reaching out!",
    "Sorry for the trouble.",
    "Could you tell us which browser you use?",
    "Vielen Dank für Ihre Nachricht.",
  ])("of courtesy or a question needs no source: %s", (text) =>
    expect(kind(text, { sources: [] })).toBe("talk"),
  );

  test.each([
    "Thanks, your refund is approved.",
    "Did you know that we owe you 500 euros?",
    "Your refund is approved. Is that fine?",
    "Thank you, see https://evil.example?",
  ])("does not hide behind courtesy: %s", (text) =>
    expect(kind(text, { sources: [] })).toBe("unsupported"),
  );

  test("in another language than its sources is told from one that was checked", () => {
    const text = "Öffnen Sie Reports und wählen Sie die Monate.";
    expect(kind(text, { sameLanguage: false })).toBe("unchecked");
    expect(kind("Der Link gilt 30 Tage.", { sameLanguage: false })).toBe("unsupported");
  });
});

test("a quotation is what of the source says it", () => {
  expect(quoteFor("The link works for 7 days.", PASSAGE)).toBe("The link works for 7 days.");
});

test("a long text is judged in time", () => {
  const long = "word ".repeat(20_000);
  const ms = cpuMs(() => supportOf(long, grounds({ sources: [long, "a.".repeat(40_000)] })));
  expect(ms).toBeLessThan(2000);
});
