import { DateTime } from "luxon";
import type { Calendar, OpenState } from "./model";

/** Open from `start` up to `end`, milliseconds since 1970. */
type Span = { start: number; end: number };

const DAY = 86_400_000; // ms
/** No opening within so many days: the calendar is never open again. Ten years. */
const FAR = 3_660;
/** How far the next change of a calendar is looked for, days. */
const AHEAD = 366;

/** Spans by day; conversions of time zones are dear, and a forecast asks for the same days often. */
const known = new WeakMap<Calendar, Map<number, readonly Span[]>>();

/** Opening hours of one day, in order. @param day whole days since 1970, on the calendar's clock */
function spansOf(calendar: Calendar, day: number): readonly Span[] {
  const days = known.get(calendar) ?? new Map<number, readonly Span[]>();
  known.set(calendar, days);
  const found = days.get(day);
  if (found) return found;
  const made = readSpans(calendar, day);
  days.set(day, made);
  return made;
}

function readSpans({ timeZone, hours, holidays }: Calendar, day: number): readonly Span[] {
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  if (holidays.some((holiday) => holiday.date === date)) return [];
  const weekday = DateTime.fromISO(date, { zone: "utc" }).weekday;
  // An hour that the clock skips in spring counts as the one after it.
  const at = (time: string): number =>
    time === "24:00"
      ? DateTime.fromISO(date, { zone: timeZone }).plus({ days: 1 }).startOf("day").toMillis()
      : DateTime.fromISO(`${date}T${time}`, { zone: timeZone }).toMillis();
  const spans = hours
    .filter((one) => one.day === weekday)
    .map(({ from, to }) => ({ start: at(from), end: at(to) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  return joined(spans);
}

/** Spans that touch or overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else all.push({ ...span });
  }
  return all;
}

/** The day of an instant on the clock of a place, as whole days since 1970. */
function dayOf(at: number, timeZone: string): number {
  const { year, month, day } = DateTime.fromMillis(at, { zone: timeZone });
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

/** Opening hours from an instant on, the one that it falls into cut to begin there. */
function* spansFrom(calendar: Calendar, from: number, days: number): Generator<Span> {
  const first = dayOf(from, calendar.timeZone);
  for (let day = first; day <= first + days; day++) {
    for (const span of spansOf(calendar, day)) {
      if (span.end > from) yield { start: Math.max(span.start, from), end: span.end };
    }
  }
}

/**
 * The instant at which so much open time has passed. What ends with the opening hours is due then,
 * not at the next opening.
 *
 * @param calendar null: around the clock
 * @param seconds of open time, from 0 on
 * @throws {RangeError} when the calendar is never open again
 */
export function addOpenTime(calendar: Calendar | null, from: Date, seconds: number): Date {
  let left = seconds * 1000;
  if (!calendar || left <= 0) return new Date(from.getTime() + Math.max(0, left));
  let closedDays = 0;
  let after = from.getTime();
  while (closedDays < FAR) {
    let opened = false;
    for (const { start, end } of spansFrom(calendar, after, 30)) {
      opened = true;
      if (end - start >= left) return new Date(start + left);
      left -= end - start;
      after = end;
    }
    closedDays = opened ? 0 : closedDays + 30;
    if (!opened) after += 30 * DAY;
  }
  throw new RangeError("this calendar is never open");
}

/** Seconds of open time between two instants; 0 when they are in the wrong order. */
export function openSeconds(calendar: Calendar | null, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end <= start) return 0;
  if (!calendar) return (end - start) / 1000;
  const days = Math.ceil((end - start) / DAY) + 1;
  let open = 0;
  for (const span of spansFrom(calendar, start, days)) {
    if (span.start >= end) break;
    open += Math.min(span.end, end) - span.start;
  }
  return open / 1000;
}

/** Whether it is open at an instant, and when that changes: null when not within a year. */
export function openState(
  calendar: Calendar | null,
  at: Date,
): Omit<OpenState, "changesAt"> & { changesAt: Date | null } {
  if (!calendar) return { open: true, changesAt: null };
  const now = at.getTime();
  let end: number | null = null;
  for (const span of spansFrom(calendar, now, AHEAD)) {
    if (end === null && span.start > now) return { open: false, changesAt: new Date(span.start) };
    if (end !== null && span.start > end) break;
    end = span.end; // hours that go on after midnight are of the next day
  }
  if (end === null) return { open: false, changesAt: null };
  return { open: true, changesAt: end - now > AHEAD * DAY ? null : new Date(end) };
}
