import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEARCH_LIMITS } from "./model";
import { parseBox } from "./query";

const now = new Date("2026-03-15T12:00:00.000Z");
const read = (text: string) => parseBox(text, now);
const words = (text: string) => read(text).terms.map((term) => term.text);

describe("words", () => {
  test("quotes make a row of words, a minus leaves them out, the last one may be half typed", () => {
    expect(read('refund "charged twice" -chargeback invo').terms).toEqual([
      { text: "refund", phrase: false, not: false, prefix: false },
      { text: "charged twice", phrase: true, not: false, prefix: false },
      { text: "chargeback", phrase: false, not: true, prefix: false },
      { text: "invo", phrase: false, not: false, prefix: true },
    ]);
    expect(read("refund ").terms).toMatchObject([{ prefix: true }]);
    expect(read("refund is:open").terms).toMatchObject([{ prefix: false }]);
    expect(read("a").terms).toMatchObject([{ prefix: false }]);
  });

  test("addresses of the web, times and signs are no operators", () => {
    expect(words("https://acme.example/login 10:30 -- & ...")).toEqual([
      "https://acme.example/login",
      "10:30",
    ]);
    expect(read("https://acme.example").hints).toEqual([]);
  });

  test("only words to leave out find nothing, and say so", () => {
    expect(read("-refund")).toMatchObject({
      terms: [],
      hints: [expect.stringMatching(/^-refund/)],
    });
  });

  test("too many words and too much text are cut, and say so", () => {
    const many = read("word ".repeat(40));
    expect(many.terms).toHaveLength(SEARCH_LIMITS.words);
    expect(many.hints).toEqual(["Only the first 12 words were looked for."]);
    expect(read("x".repeat(500)).terms[0]?.text).toHaveLength(SEARCH_LIMITS.length);
    expect(read("x".repeat(500)).hints).toEqual(["Only the first 300 characters were looked for."]);
  });
});

describe("operators", () => {
  test("values are told apart by spaces, quotes and commas", () => {
    expect(read('from:"Joana Oliveira" status:open,pending tag:a tag:b -tag:c').filters).toEqual([
      { op: "from", values: ["Joana Oliveira"], not: false },
      { op: "status", values: ["open", "pending_customer"], not: false },
      { op: "tag", values: ["a"], not: false },
      { op: "tag", values: ["b"], not: false },
      { op: "tag", values: ["c"], not: true },
    ]);
    expect(read("priority:high PRIORITY:urgent to:acme").filters).toEqual([
      { op: "priority", values: ["high", "urgent"], not: false },
      { op: "account", values: ["acme"], not: false },
    ]);
  });

  test("moments are days or ages", () => {
    expect(read("after:2026-02-28 before:2w")).toMatchObject({
      after: new Date("2026-02-28T00:00:00.000Z"),
      before: new Date("2026-03-01T12:00:00.000Z"),
      hints: [],
    });
  });

  test.each([
    ["before:yesterday", /"yesterday" is no day. before: takes a day/],
    ["after:2026-02-30", /"2026-02-30" is no day/],
    ["-after:7d", /can't be turned round/],
    ["status:lost", /"lost" was passed over. status: takes open/],
    ["status:open,lost", /"lost" was passed over/],
    ["status:", /^status: takes open/],
    ["is:mine", /is: takes open, closed/],
    ["has:attachment", /has: takes note/],
    ["colour:red", /There is no operator colour:.*There are from:/],
    ['from:""', /^from: takes a customer's name/],
  ])("%s gets a hint", (text, hint) => {
    expect(read(text).hints).toEqual([expect.stringMatching(hint)]);
  });

  test("an unknown operator is searched as words", () => {
    expect(words("colour:red")).toEqual(["colour:red"]);
  });
});

test("a number may be a ticket; with # it is one", () => {
  expect(read("#1042")).toMatchObject({ number: 1042, numberOnly: true });
  expect(read(" 1042 ")).toMatchObject({ number: 1042, numberOnly: false });
  expect(read("error 1042")).toMatchObject({ number: null });
});

test("whatever is typed, it is read, and within the limits", () => {
  const bits = fc.constantFrom(
    '"',
    "-",
    ":",
    "from:",
    "status:",
    "before:",
    "\u0000",
    "\ud83d",
    "&",
    "'",
    "\\",
    " ",
    "%",
    "ß",
    "שלום",
    "<!>",
    "|",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(bits, fc.string({ unit: "binary" })), { maxLength: 60 }),
      (parts) => {
        const box = read(parts.join(""));
        expect(box.terms.length).toBeLessThanOrEqual(SEARCH_LIMITS.words);
        for (const { text } of box.terms) {
          expect(text).toMatch(/[\p{L}\p{N}]/u);
          expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      },
    ),
  );
});
