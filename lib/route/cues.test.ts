import { expect, test } from "vitest";
import { findCues } from "./cues";

const QUESTION = [{ says: "asks", weight: 1, words: /.{0,20}\?/ }];

test("a quotation begins with a whole word, and is no longer than fits a line", () => {
  const [found] = findCues("Exports of last year: how do I get them as a file?", QUESTION);
  expect(found?.evidence).toBe("I get them as a file?");
  const [cut] = findCues("Something about subscriptions to a file?", QUESTION);
  expect(cut?.evidence).toBe("subscriptions to a file?");
  const [long] = findCues(`${"x".repeat(5000)} a?`, QUESTION);
  expect(long?.evidence.length).toBeLessThanOrEqual(120);
});
