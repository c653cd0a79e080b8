import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * How long from `from` to `now`, in one unit, cut down: "< 1 min", "5 min", "3 h", "2 days", "5 weeks".
 * A clock that runs behind counts as that, too.
 */
export function duration(from: Date, now: Date, t: T): string {
  const seconds = secondsBetween(from, now);
  if (seconds < MINUTE) return t("< 1 min");
  if (seconds < HOUR) return t("{{n}} min", { n: Math.floor(seconds / MINUTE) });
  if (seconds < DAY) return t("{{n}} h", { n: Math.floor(seconds / HOUR) });
  if (seconds < 2 * WEEK) return t("{{count}} days", { count: Math.floor(seconds / DAY) });
  return t("{{count}} weeks", { count: Math.floor(seconds / WEEK) });
}

/** "just now", "5 min ago". German says days differently after "vor", so these are sentences of their own. */
export function ago(from: Date, now: Date, t: T): string {
  const seconds = secondsBetween(from, now);
  if (seconds < MINUTE) return t("just now");
  if (seconds < HOUR) return t("{{n}} min ago", { n: Math.floor(seconds / MINUTE) });
  if (seconds < DAY) return t("{{n}} h ago", { n: Math.floor(seconds / HOUR) });
  if (seconds < 2 * WEEK) return t("{{count}} days ago", { count: Math.floor(seconds / DAY) });
  return t("{{count}} weeks ago", { count: Math.floor(seconds / WEEK) });
}

const secondsBetween = (from: Date, now: Date) =>
  Math.floor((now.getTime() - from.getTime()) / 1000);

/** Day and minute in full, in the reader's own time zone unless told otherwise. */
export function exact(at: Date, timeZone: string | undefined, t: T): string {
  return formatOf(t).date(at, {
    dateStyle: "full",
    timeStyle: "short",
    ...(timeZone && { timeZone }),
  });
}

/** A moment to come: "today 16:00", "tomorrow 09:00", "Mon 09:00", "4 Dec 09:00". */
export function when(at: Date, now: Date, timeZone: string | undefined, t: T): string {
  const zone = timeZone ? { timeZone } : {};
  const part = (options: Intl.DateTimeFormatOptions, of = at) =>
    formatOf(t).date(of, { ...options, ...zone });
  const time = part({ hour: "2-digit", minute: "2-digit" });
  const day = (of: Date) => part({ dateStyle: "short" }, of);
  const ahead = (days: number) => new Date(now.getTime() + days * DAY * 1000);
  if (day(at) === day(now)) return t("today {{time}}", { time });
  if (day(at) === day(ahead(1))) return t("tomorrow {{time}}", { time });
  if (at > now && at < ahead(6)) return `${part({ weekday: "short" })} ${time}`;
  return `${part({ day: "numeric", month: "short" })} ${time}`;
}

/** "Feb 2024". */
export function monthOf(at: Date, t: T): string {
  return formatOf(t).date(at, { month: "short", year: "numeric", timeZone: "UTC" });
}
