import { describe, expect, test } from "vitest";
import { type ClockState, nextClock, noticesOf, type Promised, type Waiting } from "./clock";

const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
const promised: Promised = {
  firstMinutes: 60,
  nextMinutes: 120,
  resolutionMinutes: 240,
  calendar: null,
};
const keep = (before: ClockState | null, ticket: Partial<Waiting>, now: string, quiet = false) =>
  nextClock(before, { waitingSince: null, answered: false, endedAt: null, ...ticket }, promised, {
    now: at(now),
    quiet,
  });
const asked = keep(null, { waitingSince: at("09:00") }, "09:00");
const answered = keep(asked, { answered: true, endedAt: at("09:30") }, "09:31");

describe("the clock", () => {
  test("runs to the first reply, and to the end", () => {
    expect(asked).toMatchObject({
      target: "first",
      dueAt: at("10:00"),
      replyDueAt: at("10:00"),
      resolutionDueAt: at("13:00"),
    });
  });

  test("stands still while we wait for the customer, and keeps what was waited", () => {
    expect(answered).toMatchObject({ target: null, dueAt: null, waitedSeconds: 1800 });
    expect(keep(answered, { answered: true }, "12:00")).toEqual(answered);
  });

  test("goes on with the next reply and what is left to the end", () => {
    const again = keep(answered, { waitingSince: at("14:00"), answered: true }, "14:00");
    expect(again).toMatchObject({
      target: "next",
      dueAt: at("16:00"),
      resolutionDueAt: at("17:30"),
      waitedSeconds: 1800,
    });
    // Kept again, it is the same.
    expect(keep(again, { waitingSince: at("14:00"), answered: true }, "14:00")).toEqual(again);
  });

  test("counts a wait as not ended when the reply is taken back", () => {
    const back = keep(answered, { waitingSince: at("09:00") }, "09:32");
    expect(back).toMatchObject({ waitedSeconds: 0, dueAt: at("10:00"), target: "first" });
  });

  test("does not count a wait whose message went elsewhere", () => {
    const moved = keep(asked, { waitingSince: at("11:00") }, "11:00");
    expect(moved).toMatchObject({ waitedSeconds: 0, dueAt: at("12:00") });
  });

  test("counts the wait before a reply and a new message that it heard of together", () => {
    const later = { waitingSince: at("11:00"), answered: true, endedAt: at("10:00") };
    expect(keep(asked, later, "11:01")).toMatchObject({ waitedSeconds: 3600, target: "next" });
  });

  test("is late at once when the whole time was used up, and tells it once", () => {
    const used = { ...answered, waitedSeconds: 20_000 };
    const again = keep(used, { waitingSince: at("14:00"), answered: true }, "14:00");
    expect(again).toMatchObject({ target: "resolution", dueAt: at("14:00") });
    expect(noticesOf(again, promised, true, at("14:01"))).toEqual([]);
    expect(noticesOf(again, promised, true, at("16:00"))).toMatchObject([{ target: "next" }]);
  });
});

describe("notices", () => {
  const told = (clock: ClockState, now: string) =>
    noticesOf(clock, promised, false, at(now)).map(({ kind, target }) => `${kind} ${target}`);

  test("come once a quarter of the time is left, at most 15 minutes, and when it is missed", () => {
    expect(told(asked, "09:44")).toEqual([]);
    expect(told(asked, "09:45")).toEqual(["warned first"]);
    expect(told({ ...asked, warnedAt: at("09:46") }, "09:50")).toEqual([]);
    expect(told(asked, "10:00")).toEqual(["breached first"]);
    expect(told({ ...asked, breachedAt: at("10:01") }, "10:05")).toEqual([]);
    expect(told({ ...asked, breachedAt: at("10:01") }, "13:00")).toEqual(["breached resolution"]);
    const short = { ...promised, firstMinutes: 8 };
    const soon = { ...asked, replyDueAt: at("09:08") };
    expect(noticesOf(soon, short, false, at("09:05"))).toEqual([]);
    expect(noticesOf(soon, short, false, at("09:06"))).toHaveLength(1);
  });

  test("are not made of promises that were missed before they were made", () => {
    const late = keep(null, { waitingSince: at("09:00") }, "11:00", true);
    expect(late).toMatchObject({ dueAt: at("10:00"), breachedAt: at("11:00") });
    expect(told(late, "11:01")).toEqual([]);
  });

  test("come again after a later wait", () => {
    const again = keep({ ...answered }, { waitingSince: at("14:00"), answered: true }, "14:00");
    expect(noticesOf(again, promised, true, at("16:00"))).toMatchObject([
      { kind: "breached", target: "next" },
    ]);
  });
});
