import { describe, expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { inlineCode, textBlocks } from "./thread-text";

const shape = (text: string) => textBlocks(text).map(({ kind, text: words }) => [kind, words]);

describe("textBlocks", () => {
  test("what was said, what is repeated, and who signs", () => {
    expect(shape("It still fails.\n\nThanks\n-- \nMina Sato\nAcme\n")).toEqual([
      ["text", "It still fails.\n\nThanks"],
      ["signature", "-- \nMina Sato\nAcme"],
    ]);
    expect(
      shape(
        "No.\n\nOn Tue, 10 Mar 2026 at 09:12, Ada <ada@example.org> wrote:\n> Did it help?\n>\n> Ada\n\nSee above.",
      ),
    ).toEqual([
      ["text", "No."],
      [
        "quote",
        "On Tue, 10 Mar 2026 at 09:12, Ada <ada@example.org> wrote:\n> Did it help?\n>\n> Ada",
      ],
      ["text", "See above."],
    ]);
    expect(shape("Nein.\n\nAm 10.03.2026 um 09:12 schrieb Ada:\n> Hilft es?")[1]?.[0]).toBe(
      "quote",
    );
  });

  test("code between fences keeps its lines", () => {
    expect(shape("Run\n```sh\nnpm ci\n\n> x\n```\nand look")).toEqual([
      ["text", "Run"],
      ["code", "npm ci\n\n> x"],
      ["text", "and look"],
    ]);
    expect(shape("a\n```\nnever closed")).toEqual([["text", "a\n```\nnever closed"]]);
  });

  test("nothing is hidden where nothing would be left", () => {
    expect(shape("> only this")).toEqual([["text", "> only this"]]);
    expect(shape("-- \nMina")).toEqual([["text", "-- \nMina"]]);
  });

  test("sentences stay sentences", () => {
    for (const text of ["On Monday I wrote: nothing works", "5 -- 6", "a > b"]) {
      expect(shape(text)).toEqual([["text", text]]);
    }
  });

  test("a hundred thousand fences or quotes are read quickly", () => {
    const ms = cpuMs(() => {
      textBlocks("```x y\n".repeat(20_000));
      textBlocks("```\na\n".repeat(20_001));
      textBlocks(">\n\n".repeat(50_000));
    });
    expect(ms).toBeLessThan(2_000);
  });
});

test("inlineCode", () => {
  expect(inlineCode("Run `npm ci` in ` here")).toEqual([
    { text: "Run ", code: false },
    { text: "npm ci", code: true },
    { text: " in ` here", code: false },
  ]);
});
