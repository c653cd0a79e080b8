import type { T } from "@/components/i18n/catalogue";
import type { QueueCounts } from "@/lib/inbox/model";
import { COUNT_LIMIT } from "@/lib/inbox/terms";
import { FIXED_QUEUES } from "@/lib/view/terms";
import { fixedWords, teamWords } from "./queue-title";

/** What a list is called, and what it says while it is empty. */
export function wordsOf(queue: string, counts: QueueCounts | undefined, t: T) {
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  if (fixed) return fixedWords(fixed, t);
  const view = counts?.views.find(({ id }) => id === queue);
  if (view) {
    return {
      title: view.name,
      empty: t("Nothing here"),
      hint: t("Tickets that pass the tests of this view come here by themselves."),
    };
  }
  const team = counts?.teams.find(({ id }) => id === queue);
  return teamWords(team?.name ?? t("Team"), t);
}

/** How many tickets a list has, as its heading says it; empty while nobody knows. */
export function countWords(queue: string, counts: QueueCounts | undefined): string {
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  if (fixed) return counted(counts?.[fixed]);
  const view = counts?.views.find(({ id }) => id === queue);
  if (view) return view.more ? `${view.count}+` : String(view.count);
  return counted(counts?.teams.find((team) => team.id === queue)?.open);
}

/** Nobody counts beyond the limit. */
function counted(count: number | null | undefined): string {
  if (count === null || count === undefined) return "";
  return count >= COUNT_LIMIT ? `${COUNT_LIMIT - 1}+` : String(count);
}
