import { expect, test } from "vitest";
import { draftPieces } from "./draft-pieces";

test("keeps every letter and marks what has no source", () => {
  const draft = "Hi Mina,\n\nOpen Settings. Wait a day.\n\nThe team";
  const pieces = draftPieces({
    draft,
    sentences: [
      { text: "Open Settings.", sources: [1] },
      { text: "Wait a day.", sources: [] },
    ],
  });
  expect(pieces.map((piece) => piece.text).join("")).toBe(draft);
  expect(pieces.filter((piece) => piece.unsupported).map((piece) => piece.text)).toEqual([
    "Wait a day.",
  ]);
  expect(pieces.find((piece) => piece.text === "Open Settings.")?.sources).toEqual([1]);
});

test("a sentence that is not in the draft is left out", () => {
  expect(draftPieces({ draft: "Hello.", sentences: [{ text: "Bye.", sources: [1] }] })).toEqual([
    { key: "p0", text: "Hello.", sources: [], unsupported: false },
  ]);
  expect(draftPieces({ draft: null, sentences: [] })).toEqual([]);
});
