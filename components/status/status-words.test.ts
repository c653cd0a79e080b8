import { describe, expect, test } from "vitest";
import type { DeskStatus } from "@/lib/platform/model";
import { troubles } from "./status-words";

const FINE: DeskStatus = {
  build: "a",
  waitingSeconds: 0,
  refusedReplies: 0,
  deadJobs: 0,
  diskFull: false,
};
const texts = (status: Partial<DeskStatus>) =>
  troubles({ ...FINE, ...status }, null).map((trouble) => trouble.text);

describe("troubles", () => {
  test("a desk that works says nothing, and neither does one that was not asked yet", () => {
    expect(texts({})).toEqual([]);
    expect(texts({ deadJobs: null, waitingSeconds: 60 })).toEqual([]);
    expect(troubles(undefined, null)).toEqual([]);
  });

  test("names each trouble in words, the worst first", () => {
    const all = texts({ diskFull: true, waitingSeconds: 150, refusedReplies: 2, deadJobs: 1 });
    expect(all).toMatchObject([
      expect.stringContaining("disk"),
      expect.stringContaining("waited for 2 min"),
      expect.stringContaining("2 replies"),
      expect.stringContaining("A job has failed"),
    ]);
  });

  test("while the desk does not answer, old numbers are not shown", () => {
    const shown = troubles({ ...FINE, deadJobs: 3 }, "unavailable");
    expect(shown).toMatchObject([{ text: expect.stringContaining("database does not answer") }]);
    expect(troubles(FINE, "offline")).toMatchObject([{ text: expect.stringContaining("reached") }]);
  });

  test("says where something can be done", () => {
    const links = troubles({ ...FINE, refusedReplies: 1, deadJobs: 2 }, null).map((t) => t.link);
    expect(links).toMatchObject([{ href: "/outbox" }, { href: "/settings/jobs" }]);
  });
});
