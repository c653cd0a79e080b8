import { expect, test } from "vitest";
import { rowMoves, swipeMove } from "./row-moves";

const row = (status: "open" | "in_progress" | "resolved" | "closed", assignee: string | null) => ({
  status,
  assignee: assignee === null ? null : { id: assignee, name: assignee },
});

test("what is open can be resolved, put aside and taken", () => {
  expect(rowMoves(row("open", null), "ada")).toEqual({
    resolve: true,
    reopen: false,
    snooze: true,
    take: true,
  });
  expect(rowMoves(row("open", "ada"), "ada").take).toBe(false);
});

test("what is over only opens again, also by a swipe", () => {
  expect(rowMoves(row("closed", "bo"), "ada")).toMatchObject({
    resolve: false,
    reopen: true,
    snooze: false,
  });
  expect(swipeMove(row("resolved", null), "right")).toBe("reopen");
  expect(swipeMove(row("resolved", null), "left")).toBeNull();
  expect(swipeMove(row("in_progress", null), "right")).toBe("resolve");
  expect(swipeMove(row("in_progress", null), "left")).toBe("snooze");
});
