import { describe, expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import type { DeskStatus } from "@/lib/platform/model";
import { troubles } from "./status-words";

const FINE: DeskStatus = {
  build: "a",
  waitingSeconds: 0,
  refusedReplies: 0,
  deadJobs: 0,
  missingTargets: 0,
  diskFull: false,
};
const texts = (status: Partial<DeskStatus>) =>
  troubles({ ...FINE, ...status }, null, english).map((trouble) => trouble.text);

describe("troubles", () => {
  test("a desk that works says nothing, and neither does one that was not asked yet", () => {
    expect(texts({})).toEqual([]);
    expect(texts({ deadJobs: null, waitingSeconds: 60 })).toEqual([]);
    expect(troubles(undefined, null, english)).toEqual([]);
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

  test("tells of rules whose target is gone, and where they stand", () => {
    const [trouble, ...more] = troubles({ ...FINE, missingTargets: 1 }, null, english);
    expect(more).toEqual([]);
    expect(trouble).toMatchObject({
      text: expect.stringMatching(/^A rule names a team, a person or a policy that is gone/),
      link: { href: "/settings/rules" },
    });
  });

  test("while the desk does not answer, old numbers are not shown", () => {
    const shown = troubles({ ...FINE, deadJobs: 3 }, "unavailable", english);
    expect(shown).toMatchObject([{ text: expect.stringContaining("database does not answer") }]);
    expect(troubles(FINE, "offline", english)).toMatchObject([
      { text: expect.stringContaining("reached") },
    ]);
  });

  test("says where something can be done", () => {
    const links = troubles({ ...FINE, refusedReplies: 1, deadJobs: 2 }, null, english).map(
      ({ link }) => link,
    );
    expect(links).toMatchObject([{ href: "/outbox" }, { href: "/settings/jobs" }]);
  });
});
