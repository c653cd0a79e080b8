import { describe, expect, test } from "vitest";
import { marked, snippetOf } from "./highlight";
import { parseBox } from "./query";

const terms = (box: string) => parseBox(box, new Date()).terms;
const hits = (text: string, box: string) =>
  marked(text, terms(box))
    .filter(({ hit }) => hit)
    .map((piece) => piece.text);

describe("marked", () => {
  test("marks whole words in any case, and the last one at its beginning", () => {
    expect(hits("Refunds: a REFUND, no prerefund. Invoices", "refund invo")).toEqual([
      "REFUND",
      "Invoices",
    ]);
    expect(hits("Übergröße und ubergroesse", "übergröße ")).toEqual(["Übergröße"]);
  });

  test("marks rows of words with any signs between, and not what is left out", () => {
    expect(hits("Charged, twice; charged once, twice", '"charged twice" -once')).toEqual([
      "Charged, twice",
    ]);
  });

  test("signs of patterns and of pages mean nothing", () => {
    const text = "a.*b <script>alert(1)</script> (x|y)";
    expect(hits(text, "a.*b")).toEqual(["a.*b"]);
    expect(
      marked(text, terms("script"))
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
    expect(hits("anything", "( [ \\ ^ $")).toEqual([]);
  });
});

describe("snippetOf", () => {
  const long = `${"before ".repeat(80)}the needle is here ${"after ".repeat(80)}`;
  const textOf = (box: string) =>
    snippetOf(long, terms(box))
      .map((piece) => piece.text)
      .join("");

  test("shows the words around the first hit, on one line", () => {
    expect(textOf("needle")).toMatch(/^… before .*the needle is here after .* …$/);
    expect(textOf("needle").length).toBeLessThan(200);
    expect(snippetOf("one\n\n  two", [])).toEqual([{ text: "one two", hit: false }]);
  });

  test("begins at the beginning where nothing is found", () => {
    expect(textOf("elsewhere")).toMatch(/^before before/);
    expect(snippetOf("", terms("x"))).toEqual([]);
  });

  test("keeps characters whole that are two halves", () => {
    const text = snippetOf(`${"😀".repeat(300)} end`, terms("end"))
      .map((piece) => piece.text)
      .join("");
    expect(text).not.toMatch(/\p{Cs}/u);
  });
});
