import { expect, test } from "vitest";
import { AnswerBook } from "./answers";
import { candidatesOf, WIDTH } from "./candidates";
import { CONFIDENCE_START, confidenceRow, decide, NOVELTY_START } from "./decision";
import { Experts } from "./experts";
import { Ranker } from "./ranker";

function setUp() {
  const book = new AnswerBook();
  const experts = new Experts(1);
  for (const [text, answer] of [
    ["where is my parcel", "late"],
    ["reset my password", "password"],
    ["parcel not here", "late"],
  ] as const) {
    const number = book.number(answer);
    book.teach(number, 1);
    const { bag } = experts.question(text);
    experts.learn(bag, number, text, book.destinations(), 0);
  }
  const raw = experts.view(experts.question("my parcel"), book.size);
  return { book, raw, to: book.destinations() };
}

test("rows have one number for each named weight: none is silently left out", () => {
  const { book, raw, to } = setUp();
  const decision = decide(raw, to, book, new Ranker(), 3);
  expect(decision.noveltyRow).toHaveLength(Object.keys(NOVELTY_START).length);
  const row = confidenceRow(decision, book, 3, 0.5, 0.5);
  expect(row).toHaveLength(Object.keys(CONFIDENCE_START).length);
  const { numbers, rows } = candidatesOf(decision.views, book, 3);
  expect(rows).toHaveLength(numbers.length * WIDTH);
  for (const value of [...row, ...rows, ...decision.noveltyRow])
    expect(Number.isFinite(value)).toBe(true);
});

test("a masked answer leaves no trace in the views", () => {
  const { book, raw } = setUp();
  const late = book.find("late") ?? -1;
  const masked = book.destinations().map((target) => (target === late ? -1 : target));
  const { candidates, views, top } = decide(raw, masked, book, new Ranker(), 3);
  expect(candidates.numbers).not.toContain(late);
  expect(views.neighbours.every(({ label }) => label !== late)).toBe(true);
  expect(views.best[late]).toBe(0);
  expect(top).toBe(book.find("password"));
});

test("with nothing allowed there is no first answer, and every number stays finite", () => {
  const { book, raw } = setUp();
  const nothing = Int32Array.from(book.records, () => -1);
  const decision = decide(raw, nothing, book, new Ranker(), 3);
  expect(decision.top).toBe(-1);
  for (const value of decision.noveltyRow) expect(Number.isFinite(value)).toBe(true);
});

test("a masked answer takes its words with it, as if its tickets had never come", () => {
  const { book, raw } = setUp();
  const [late, password] = ["late", "password"].map((answer) => book.find(answer) ?? -1);
  const masked = book.destinations().map((target) => (target === late ? -1 : target));
  const of = (to: Int32Array) => raw.strangeness(to, password ?? -1);
  expect(of(book.destinations()).words.unknown).toBeLessThan(1);
  // Of "my parcel" the other answer's only ticket holds "my"; "parcel" came with the masked one.
  const blind = of(masked);
  expect(blind.words.unknown).toBeGreaterThan(of(book.destinations()).words.unknown);
  expect(blind.words.unknown).toBeLessThan(1);
  expect(blind.words.owned).toBeCloseTo(1 - blind.words.unknown);
  const nothing = of(Int32Array.from(book.records, () => -1));
  expect(nothing.words).toEqual({ unknown: 1, rare: 1, rareToAnswer: 1, owned: 0 });
});

test("an empty text is as strange as can be, and every number stays finite", () => {
  const { book, to } = setUp();
  const experts = new Experts(1);
  const decision = decide(experts.view(experts.question(""), 2), to, book, new Ranker(), 0);
  for (const value of decision.noveltyRow) expect(Number.isFinite(value)).toBe(true);
});
