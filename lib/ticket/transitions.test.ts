import { expect, test } from "vitest";
import { MOVERS, mayMove, TICKET_STATUSES, TRANSITIONS } from "./model";

/** The lifecycle, written down a second time: from → to, and by whom. */
const LIFECYCLE = {
  open: {
    in_progress: "person ai",
    pending_customer: "person system undo",
    resolved: "person customer system undo",
    closed: "person system undo",
  },
  in_progress: {
    open: "person ai customer system undo",
    pending_customer: "person ai system undo",
    resolved: "person ai customer system undo",
    closed: "person system undo",
  },
  pending_customer: {
    open: "person customer system",
    in_progress: "person ai",
    resolved: "person ai customer system",
    closed: "person system",
  },
  resolved: { open: "person customer system", closed: "person system" },
  closed: {
    open: "person customer system undo",
    in_progress: "undo",
    pending_customer: "undo",
    resolved: "undo",
  },
} as const satisfies Record<string, Record<string, string>>;

const cells = TICKET_STATUSES.flatMap((from) =>
  TICKET_STATUSES.flatMap((to) => MOVERS.map((mover) => ({ from, to, mover }))),
);

test.each(cells)("$from to $to by $mover", ({ from, to, mover }) => {
  const row: Record<string, string | undefined> = LIFECYCLE[from];
  const legal = row[to]?.split(" ").includes(mover) ?? false;
  expect(mayMove(from, to, mover)).toBe(legal);
});

test("no move stands in the table twice", () => {
  expect(new Set(TRANSITIONS.map((move) => move.join())).size).toBe(TRANSITIONS.length);
});

test("a ticket can't come to rest where nothing leads out", () => {
  for (const status of TICKET_STATUSES)
    expect(mayMove("open", status, "person") || status === "open").toBe(true);
  for (const status of TICKET_STATUSES)
    expect(mayMove(status, "open", "person") || status === "open").toBe(true);
});
