import type { QueueRow } from "@/lib/inbox/model";
import { isSettled, mayMove } from "@/lib/ticket/model";
import type { Way } from "./swipe";

type Moves = { resolve: boolean; reopen: boolean; snooze: boolean; take: boolean };

/** What makes sense for a row as it stands. `me`: the viewer's id. */
export function rowMoves(row: Pick<QueueRow, "status" | "assignee">, me: string): Moves {
  const settled = isSettled(row.status);
  return {
    resolve: !settled && mayMove(row.status, "resolved", "person"),
    reopen: settled && mayMove(row.status, "open", "person"),
    snooze: !settled,
    take: row.assignee?.id !== me,
  };
}

/** What a swipe does: to the right it is done with (or opens again), to the left it comes later. */
export function swipeMove(
  row: Pick<QueueRow, "status" | "assignee">,
  way: Way,
): "resolve" | "reopen" | "snooze" | null {
  const moves = rowMoves(row, "");
  if (way === "left") return moves.snooze ? "snooze" : null;
  return moves.resolve ? "resolve" : moves.reopen ? "reopen" : null;
}
