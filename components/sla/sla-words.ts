import type { T } from "@/components/i18n/catalogue";
import { duration, when } from "@/components/time/words";
import type { ClockTarget, OpenState } from "@/lib/sla/model";

/** So near a target that it is shown as pressing, milliseconds; the desk warns then, too. */
const NEAR_MS = 15 * 60_000;

export type SlaState = "plain" | "near" | "late" | "paused";

/** How a target stands, for colours and icons beside the words. */
export function stateOf(dueAt: Date, now: Date): Exclude<SlaState, "paused"> {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return "late";
  return left <= NEAR_MS ? "near" : "plain";
}

/** "Reply due in 21 min", "2 h late". */
export function dueWords(target: ClockTarget | null, dueAt: Date, now: Date, t: T): string {
  if (stateOf(dueAt, now) === "late") return t("{{time}} late", { time: duration(dueAt, now, t) });
  const time = duration(now, dueAt, t);
  if (target === null) return t("Due in {{time}}", { time });
  return target === "resolution"
    ? t("Resolution due in {{time}}", { time })
    : t("Reply due in {{time}}", { time });
}

/** "4 h", "1 h 30 min", "45 min". */
export function minutesWords(minutes: number, t: T): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const parts = [
    hours > 0 ? t("{{n}} h", { n: hours }) : "",
    rest > 0 ? t("{{n}} min", { n: rest }) : "",
  ];
  return parts.filter(Boolean).join(" ") || t("< 1 min");
}

/** "open until today 17:00", "closed, opens Mon 09:00". */
export function openWords(
  { open, changesAt }: OpenState,
  now: Date,
  timeZone: string | undefined,
  t: T,
): string {
  const at = changesAt && when(new Date(changesAt), now, timeZone, t);
  if (open) return at ? t("open until {{at}}", { at }) : t("always open");
  return at ? t("closed, opens {{at}}", { at }) : t("closed for a year or more");
}

/** "today 10:20", "tomorrow 10:20 after opening at 09:00". */
export function forecastWords(
  { dueAt, opensAt }: { dueAt: string; opensAt: string | null },
  now: Date,
  timeZone: string | undefined,
  t: T,
): string {
  const due = when(new Date(dueAt), now, timeZone, t);
  if (!opensAt) return due;
  const opens = new Date(opensAt);
  const day = (words: string) => words.slice(0, words.lastIndexOf(" "));
  const opening = when(opens, now, timeZone, t);
  return day(due) === day(opening)
    ? t("{{due}} after opening at {{time}}", { due, time: opening.slice(day(opening).length + 1) })
    : t("{{due}} after opening {{opening}}", { due, opening });
}
