import type { QueueRow } from "@/lib/inbox/model";
import { isSettled, type Priority, type TicketStatus } from "@/lib/ticket/model";

/** A change to many tickets, as the browser asks for it. */
export type Change =
  | { kind: "assign"; personId: string | null }
  | { kind: "assign"; teamId: string }
  | { kind: "status"; status: TicketStatus }
  | { kind: "priority"; priority: Priority }
  | { kind: "tag"; add: string[]; remove: string[] }
  | { kind: "macro"; macroId: string }
  | { kind: "merge"; intoId: string; acrossAccounts?: boolean }
  | { kind: "snooze"; until: string }
  | { kind: "read" | "unread" };

/** A row as it will stand once the desk has said yes. What a macro does is not known here. */
export function changedRow(
  row: QueueRow,
  change: Change,
  nameOf: (id: string) => string,
): QueueRow {
  switch (change.kind) {
    case "assign": {
      if ("teamId" in change) return { ...row, team: nameOf(change.teamId) };
      const id = change.personId;
      return { ...row, assignee: id === null ? null : { id, name: nameOf(id) } };
    }
    case "status": {
      const over = isSettled(change.status);
      return {
        ...row,
        status: change.status,
        ...(over && { waitingSince: null, snoozedUntil: null, nextTryAt: null }),
      };
    }
    case "priority":
      return { ...row, priority: change.priority };
    case "tag": {
      const kept = row.tags.filter((tag) => !change.remove.includes(tag));
      return { ...row, tags: [...new Set([...kept, ...change.add])] };
    }
    case "snooze":
      return { ...row, snoozedUntil: change.until };
    case "read":
    case "unread":
      return { ...row, unread: change.kind === "unread" };
    case "macro":
    case "merge":
      return row;
  }
}
