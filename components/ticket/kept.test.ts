import { expect, test } from "vitest";
import { type Kept, meeting, NOTHING, parseKept } from "./kept";

const here = (change: Partial<Kept>): Kept => ({ ...NOTHING, text: "mine", ...change });
const there = (revision: number, text = "theirs") => ({
  revision,
  text,
  html: `<p>${text}</p>`,
  updatedAt: "2026-03-10T09:00:00.000Z",
});

test.each([
  ["another browser has begun", NOTHING, there(1), "take"],
  ["nobody has begun", NOTHING, null, "nothing"],
  ["both have the same", here({ base: 2, saved: true }), there(2), "nothing"],
  ["the desk's is newer", here({ base: 2, saved: true }), there(3), "take"],
  [
    "the answer is older than what was saved since",
    here({ base: 3, saved: true }),
    there(2),
    "nothing",
  ],
  ["it was sent elsewhere", here({ base: 2, saved: true }), null, "forget"],
  ["it was written offline", here({ saved: false }), null, "save"],
  ["it was written on here only", here({ base: 2, saved: false }), there(2), "save"],
  ["both were written on", here({ base: 2, saved: false }), there(3), "ask"],
  ["both say the same", here({ base: 2, saved: false }), there(3, "mine"), "take"],
  ["it was emptied here", here({ text: "", base: 2, saved: false }), there(2), "save"],
] as const)("%s: %o", (_, kept, writing, what) => {
  expect(meeting(kept, writing)).toBe(what);
});

test("reads what an older version of the app has kept, and forgets what is old", () => {
  const now = Date.UTC(2026, 2, 10);
  expect(parseKept(JSON.stringify({ text: "x", at: now - 1000 }), now)).toEqual({
    text: "x",
    html: null,
    at: now - 1000,
    base: 0,
    saved: false,
  });
  expect(parseKept(JSON.stringify({ text: "x", at: now - 15 * 86_400_000 }), now)).toBe(NOTHING);
  expect(parseKept(JSON.stringify({ other: 1 }), now)).toBe(NOTHING);
});
