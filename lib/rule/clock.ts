import type { Leaf } from "./model";

/** A moment on the clock of a place. */
type Moment = {
  /** 1 (Monday) to 7 (Sunday). */
  day: number;
  /** Minutes since midnight. */
  minute: number;
};

const DAYS: readonly string[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Formats are dear to make, and a back-test asks a hundred thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
}

/** @param at ISO @param zone a known IANA name; conditions are checked for that when they are read */
export function momentIn(at: string, zone: string): Moment {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: DAYS.indexOf(parts.get("weekday") ?? "") + 1,
    minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether a moment is in the hours. Hours over midnight belong to the day on which they begin. */
export function timeHolds(
  { days, from, to }: Pick<Extract<Leaf, { field: "time" }>, "days" | "from" | "to">,
  { day, minute }: Moment,
): boolean {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  if (begin === end) return days.includes(day); // all day
  if (begin < end) return days.includes(day) && minute >= begin && minute < end;
  const before = day === 1 ? 7 : day - 1;
  return (minute >= begin && days.includes(day)) || (minute < end && days.includes(before));
}

const two = (number: number) => String(number).padStart(2, "0");

/** "Mon 09:05". */
export const clockWords = ({ day, minute }: Moment): string =>
  `${DAYS[day - 1] ?? "?"} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** "Mon–Fri", "Sat, Sun", "any day". */
export function daysWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? first;
  if (sorted.length === 7) return "any day";
  const name = (day: number) => DAYS[day - 1] ?? "?";
  const inRow = sorted.length > 2 && last - first === sorted.length - 1;
  return inRow ? `${name(first)}–${name(last)}` : sorted.map(name).join(", ");
}
