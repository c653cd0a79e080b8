import { describe, expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import type { ConfigLine } from "@/lib/insights/model";
import { COMPARED, cautionOf, cautionWords, seedOf, trialWords } from "./version-words";

const REFUSED: ConfigLine = {
  number: 3,
  state: "refused",
  settings: { seed: 1, caution: 0.2 },
  note: "more caution",
  by: "Dana",
  at: "2026-01-01T00:00:00.000Z",
  promotedAt: null,
  figures: { outcomes: 9, expected: 0.5, cases: 44, solved: 41, solvedByCurrent: 43 },
  missed: [],
};
const view = { versions: [], comparison: null, codeHeld: null };

describe("words of versions", () => {
  test("a refusal says by how much", () => {
    const words = trialWords({ ...view, configs: [REFUSED], promoting: false }, english);
    expect(words).toContain("solved 41 of 44 corrected tickets, the one that answers 43");
    expect(trialWords({ ...view, configs: [REFUSED], promoting: true }, english)).toMatch(
      /compares/,
    );
    expect(trialWords({ ...view, configs: [], promoting: false }, english)).toBe("");
  });

  test.each([
    ["5", 0.05],
    ["0,5", 0.005],
    ["50", 0.5],
    ["0.4", null],
    ["51", null],
    ["", null],
    ["much", null],
  ])("caution typed as %s", (text, caution) => expect(cautionOf(text)).toBe(caution));

  test("a seed is a whole number", () => {
    expect([seedOf("7"), seedOf("-1"), seedOf("1.5"), seedOf("")]).toEqual([7, null, null, null]);
  });

  test("figures are cut, and a dash stands where there are none", () => {
    const side = {
      right: 0.9999,
      automatic: null,
      automaticRight: null,
      ece: 0.0199,
      brier: 0.05,
      novel: 0,
    };
    expect(COMPARED.map(({ of }) => of(side, english))).toEqual([
      "99.9 %",
      "–",
      "–",
      "0.019",
      "0.050",
      "0.0 %",
    ]);
    expect(cautionWords(0.005, english)).toBe("0.5 %");
  });
});
