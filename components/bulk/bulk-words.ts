import type { T } from "@/components/i18n/catalogue";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { type QueueRow, STATUS_WORDS } from "@/lib/inbox/model";
import type { Change } from "./optimistic";

/** "12 tickets: resolved", "#1042: resolved": what was done, beside its undo. */
export function doneWords(
  change: Change,
  numbers: readonly (number | undefined)[],
  nameOf: (id: string) => string,
  t: T,
): string {
  const [number] = numbers;
  const what = whatWords(change, nameOf, t);
  return numbers.length === 1 && number !== undefined
    ? `#${number}: ${what}`
    : t("{{count}} tickets: {{what}}", { count: numbers.length, what });
}

function whatWords(change: Change, nameOf: (id: string) => string, t: T): string {
  switch (change.kind) {
    case "assign":
      if ("teamId" in change) return t("given to {{team}}", { team: nameOf(change.teamId) });
      return change.personId === null
        ? t("unassigned")
        : t("assigned to {{name}}", { name: nameOf(change.personId) });
    case "status":
      return t(STATUS_WORDS[change.status]).toLowerCase();
    case "priority":
      return t("priority {{priority}}", {
        priority: t(PRIORITY_WORDS[change.priority]).toLowerCase(),
      });
    case "tag":
      return [
        change.add.length > 0 ? t("tagged {{tags}}", { tags: change.add.join(", ") }) : "",
        change.remove.length > 0 ? t("without {{tags}}", { tags: change.remove.join(", ") }) : "",
      ]
        .filter(Boolean)
        .join(", ");
    case "macro":
      return t("macro applied");
    case "merge":
      return t("merged");
    case "snooze":
      return t("snoozed");
    case "read":
      return t("marked as read");
    case "unread":
      return t("marked as unread");
  }
}

type Refusal = { id: string; message: string };

/** "#1042, #1043: This ticket is closed." a line for each reason. */
export function refusalLines(
  refusals: readonly Refusal[],
  rows: readonly Pick<QueueRow, "id" | "number">[],
  t: T,
): string[] {
  const numbers = new Map(rows.map(({ id, number }) => [id, `#${number}`]));
  const byReason = new Map<string, string[]>();
  for (const { id, message } of refusals) {
    byReason.set(message, [...(byReason.get(message) ?? []), numbers.get(id) ?? t("a ticket")]);
  }
  return [...byReason].map(([message, names]) => `${namesWords(names, t)}: ${message}`);
}

/** Names beyond these are counted. */
const NAMED = 5;

const namesWords = (names: string[], t: T) =>
  names.length <= NAMED
    ? names.join(", ")
    : t("{{names}} and {{n}} more", {
        names: names.slice(0, NAMED).join(", "),
        n: names.length - NAMED,
      });
