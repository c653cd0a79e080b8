import { describe, expect, test } from "vitest";
import { mostLike, placeOf } from "./novel-place";
import { commonWords, firstOfStems } from "./novel-words";

const CRASH = [
  "The mobile app crashes whenever I open the project map.",
  "Every time I tap on the project map the mobile app crashes.",
];
const MAP = ["The app crashes on the project map.", "Project map: the mobile app crashes again."];
const VAT = [
  "Where do I enter our VAT number for the invoices?",
  "VAT number is not on the invoice.",
];
const USUAL = ["How do I invite a colleague to the team?", "The export of the report takes hours."];

describe("placeOf", () => {
  test("finds the group that asks the same in other words", () => {
    const groups = [
      { id: "vat", questions: VAT },
      { id: "crash", questions: CRASH },
    ];
    const asked = "Our project map is broken: the mobile app crashes as it opens.";
    expect(placeOf(asked, groups, USUAL)).toEqual({ joins: "crash", unites: null });
  });

  test("finds none for a question of another kind, however common its words", () => {
    const groups = [
      { id: "vat", questions: VAT },
      { id: "crash", questions: CRASH },
    ];
    expect(placeOf("Can I pay for the year in advance?", groups, USUAL).joins).toBeNull();
    expect(placeOf("", groups, USUAL).joins).toBeNull();
    expect(placeOf("Anything", [], []).joins).toBeNull();
  });

  test("shows that two groups are one when it belongs to both", () => {
    const groups = [
      { id: "crash", questions: CRASH },
      { id: "map", questions: MAP },
      { id: "vat", questions: VAT },
    ];
    const { joins, unites } = placeOf("The mobile app crashes on the project map.", groups, USUAL);
    expect([joins, unites].sort()).toEqual(["crash", "map"]);
  });
});

test("the example is the question that is most like the others", () => {
  expect(mostLike([...VAT.slice(0, 1), ...CRASH, ...MAP], USUAL)).not.toBe(VAT[0]);
  expect(mostLike(["only one"], [])).toBe("only one");
});

test("a group is called by the words in common that others do not use", () => {
  const words = commonWords([...CRASH, ...MAP], ["The app is fine.", "I like the app."]);
  expect(words.slice(0, 3)).toEqual(expect.arrayContaining(["crashes", "map", "project"]));
  expect(words.indexOf("map")).toBeLessThan(words.indexOf("the"));
});

test("words of one stem stand once, and no more than a few", () => {
  const of = (word: string, stem: string) => ({ word, stem });
  expect(firstOfStems([of("cards", "card"), of("lost", "lost"), of("card", "card")])).toEqual([
    "cards",
    "lost",
  ]);
  expect(firstOfStems(["a", "b", "c", "d", "e", "f"].map((word) => of(word, word)))).toHaveLength(
    5,
  );
});
