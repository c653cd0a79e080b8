import { expect, test } from "vitest";
import { MemoryJournal, rebuild } from "./journal";
import { answered, tickets } from "./testing/tickets";

const asked = tickets(60, 8);
const QUESTION = "the app crashes when I open the map";

function journalOf(): MemoryJournal {
  const journal = new MemoryJournal();
  asked.forEach(({ text, answer }, i) => {
    journal.append(answered(`t${i}`, text, answer));
  });
  return journal;
}

test("an undone signal leaves no trace: as if it had never been", () => {
  const journal = journalOf();
  const without = rebuild(1, journal).predict(QUESTION);
  journal.append(answered("crash-1", "the map crashes the app", "crash"));
  journal.append(answered("crash-2", "app crashes on the map", "crash"));
  expect(rebuild(1, journal).predict(QUESTION).candidates[0]?.answer).toBe("crash");
  journal.undo("crash-1");
  journal.undo("crash-2");
  expect(rebuild(1, journal).predict(QUESTION)).toEqual(without);
});

test("a snapshot and the signals since give the same as all signals", () => {
  const journal = journalOf();
  const snapshot = { bytes: rebuild(1, journal).snapshot(), signals: asked.length };
  journal.append(answered("crash-1", "the map crashes the app", "crash"));
  expect(rebuild(1, journal, snapshot).predict(QUESTION)).toEqual(
    rebuild(1, journal).predict(QUESTION),
  );
});
