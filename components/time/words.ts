const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const UNDER_A_MINUTE = "< 1 min";

/**
 * How long from `from` to `now`, in one unit, cut down: "< 1 min", "5 min", "3 h", "2 days", "5 weeks".
 * A clock that runs behind counts as that, too.
 */
export function duration(from: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - from.getTime()) / 1000);
  if (seconds < MINUTE) return UNDER_A_MINUTE;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  if (seconds < 2 * DAY) return "1 day";
  if (seconds < 2 * WEEK) return `${Math.floor(seconds / DAY)} days`;
  return `${Math.floor(seconds / WEEK)} weeks`;
}

/** "just now", "5 min ago". */
export function ago(from: Date, now: Date): string {
  const words = duration(from, now);
  return words === UNDER_A_MINUTE ? "just now" : `${words} ago`;
}

/** Day and minute in full, in the reader's own time zone unless told otherwise. */
export function exact(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    ...(timeZone && { timeZone }),
  }).format(at);
}

/** A moment to come: "today 16:00", "tomorrow 09:00", "Mon 09:00", "4 Dec 09:00". */
export function when(at: Date, now: Date, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {};
  const part = (options: Intl.DateTimeFormatOptions, of = at) =>
    new Intl.DateTimeFormat("en-GB", { ...options, ...zone }).format(of);
  const time = part({ hour: "2-digit", minute: "2-digit" });
  const day = (of: Date) => part({ dateStyle: "short" }, of);
  const ahead = (days: number) => new Date(now.getTime() + days * DAY * 1000);
  if (day(at) === day(now)) return `today ${time}`;
  if (day(at) === day(ahead(1))) return `tomorrow ${time}`;
  if (at > now && at < ahead(6)) return `${part({ weekday: "short" })} ${time}`;
  return `${part({ day: "numeric", month: "short" })} ${time}`;
}

/** "Feb 2024". */
export function monthOf(at: Date): string {
  return new Intl.DateTimeFormat("en-GB", {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(at);
}
