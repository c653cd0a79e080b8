import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { doneWords, refusalLines } from "./bulk-words";

test("says what was done to how many", () => {
  const nameOf = () => "Sara Lind";
  expect(doneWords({ kind: "assign", personId: "p" }, Array(12).fill(7), nameOf, english)).toBe(
    "12 tickets: assigned to Sara Lind",
  );
  expect(doneWords({ kind: "assign", teamId: "t" }, [1042], () => "Billing", english)).toBe(
    "#1042: given to Billing",
  );
  expect(doneWords({ kind: "tag", add: ["sso"], remove: ["old"] }, [1042], nameOf, english)).toBe(
    "#1042: tagged sso, without old",
  );
  // A row may have left the list meanwhile.
  expect(doneWords({ kind: "snooze", until: "" }, [undefined], nameOf, english)).toBe(
    "1 ticket: snoozed",
  );
});

test("gathers refusals by their reason, and counts what would be too long a list", () => {
  const rows = Array.from({ length: 8 }, (_, n) => ({ id: `t${n}`, number: 1000 + n }));
  const same = rows.slice(0, 7).map(({ id }) => ({ id, message: "It is closed." }));
  expect(refusalLines([...same, { id: "t7", message: "It has changed." }], rows, english)).toEqual([
    "#1000, #1001, #1002, #1003, #1004 and 2 more: It is closed.",
    "#1007: It has changed.",
  ]);
});
