import { Holiday } from "@/lib/sla/model";

/** `2026-12-25 Christmas`, `25.12.2026, Christmas`, `12/25/2026 Christmas`. */
const LINE =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4}))[\s,;:–-]*(.*)$/;

/** Days of a pasted list, one a line, and the lines that are none. */
export function readHolidays(text: string): { days: Holiday[]; bad: string[] } {
  const days: Holiday[] = [];
  const bad: string[] = [];
  for (const line of text.split("\n")) {
    const words = line.trim();
    if (words === "") continue;
    const day = readDay(words);
    if (day) days.push(day);
    else bad.push(words);
  }
  return { days, bad };
}

function readDay(line: string): Holiday | null {
  const found = LINE.exec(line);
  if (!found) return null;
  const [, y1, m1, d1, d2, m2, y2, m3, d3, y3, name = ""] = found;
  const [year, month, day] = [y1 ?? y2 ?? y3, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3];
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return Holiday.safeParse({ date, name: name.slice(0, 100) }).data ?? null;
}

/** Both lists in order; of a day that both name, the later one's name counts. */
export function mergeHolidays(before: readonly Holiday[], more: readonly Holiday[]): Holiday[] {
  const byDate = new Map([...before, ...more].map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
