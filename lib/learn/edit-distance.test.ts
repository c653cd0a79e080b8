import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../resolve/model";
import { compareToDraft } from "./edit-distance";

const DRAFT =
  "Hi Mina,\n\nOpen Settings and choose Export. We mail you a link, which works for 7 days.";

describe("what counts as accepted", () => {
  test.each([
    ["unchanged", DRAFT, true],
    ["other line breaks", DRAFT.replace("\n\n", "\n"), true],
    ["a small change of words", DRAFT.replace("We mail you", "We e-mail you"), true],
    ["another number", DRAFT.replace("7 days", "9 days"), false],
    ["another name", DRAFT.replace("Mina", "Nina"), false],
    ["another link", `${DRAFT} See https://a.test/x`, false],
    ["a new sentence", `${DRAFT} tell us when it does not arrive in your inbox`, false],
  ])("%s", (_, sent, accepted) => {
    expect(compareToDraft(DRAFT, sent).accepted).toBe(accepted);
  });

  test("says what was changed", () => {
    expect(compareToDraft(DRAFT, DRAFT.replace("7 days", "9 days"))).toMatchObject({
      changed: ["7", "9"],
    });
  });
});

/** The textbook's table, without any band. */
function reference(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const row = table[i];
      if (!row) continue;
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(at(i - 1, j - 1) + same, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  return at(one.length, other.length);
}

test("the distance is the textbook's, as far as it is asked for", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.nat(12), (one, other, most) => {
      const whole = reference(one, other);
      return editDistance(one, other, most) === (whole <= most ? whole : null);
    }),
  );
});
