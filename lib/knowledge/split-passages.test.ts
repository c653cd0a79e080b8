import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitPassages, splitSentences } from "./split-passages";

const texts = (markdown: string) => splitPassages("Exports", markdown).map(({ text }) => text);

describe("splitPassages", () => {
  test("keeps a short article whole", () => {
    expect(texts("Open Reports. Choose **Export**.")).toEqual(["Open Reports. Choose Export."]);
  });

  test("starts anew at a heading, and names it in the title", () => {
    expect(splitPassages("Exports", "Open Reports.\n\n## Limits\n\nAt most *500* rows.")).toEqual([
      { title: "Exports", text: "Open Reports." },
      { title: "Exports: Limits", text: "At most 500 rows." },
    ]);
  });

  test("divides a long list evenly, without its numbers", () => {
    const steps = ["One.", "Two.", "Three.", "Four.", "Five."];
    expect(texts(steps.map((step, at) => `${at + 1}. ${step}`).join("\n"))).toEqual([
      "One. Two. Three.",
      "Four. Five.",
    ]);
  });

  test("keeps the lead-in with its list", () => {
    expect(texts("To export:\n\n- Open Reports.\n- Choose CSV.")).toEqual([
      "To export: Open Reports. Choose CSV.",
    ]);
  });

  test("joins wrapped lines and keeps the words of links", () => {
    expect(texts("Open\nthe [help page](https://help.example/a_(b)) and\nread `it`.")[0]).toMatch(
      /^Open the help page/,
    );
  });

  test("never makes a passage of more than four sentences, nor loses a word", () => {
    const sentence = fc
      .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 6 })
      .map((words) => `X${words.join(" ")}.`);
    const blocks = fc.array(fc.array(sentence, { minLength: 1, maxLength: 7 }), { maxLength: 6 });
    fc.assert(
      fc.property(blocks, (paragraphs) => {
        const found = texts(paragraphs.map((lines) => lines.join(" ")).join("\n\n"));
        expect(found.join(" ")).toBe(paragraphs.flat().join(" "));
        for (const text of found) expect(splitSentences(text).length).toBeLessThanOrEqual(4);
      }),
    );
  });

  test("reads 100 kB without an end in bounded pieces", () => {
    for (const part of ["1. ", "a", "# ", "[a](", "e.g. "]) {
      const found = splitPassages("t", part.repeat(100_000 / part.length));
      for (const { text } of found) expect(text.length).toBeLessThan(4 * 602);
    }
  });
});
