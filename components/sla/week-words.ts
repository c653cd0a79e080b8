import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { OpenHours } from "@/lib/sla/model";

const DAYS = says(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

/** "Mon–Fri 09:00–17:00; Sat 10:00–14:00". */
export function weekWords(hours: readonly OpenHours[], t: T): string {
  const names = DAYS.map((day) => t(day));
  const byDay = DAYS.map((_, index) =>
    hours
      .filter(({ day }) => day === index + 1)
      .map(({ from, to }) => `${from}–${to}`)
      .sort()
      .join(", "),
  );
  const parts: string[] = [];
  for (let first = 0; first < DAYS.length; ) {
    let last = first;
    while (last + 1 < DAYS.length && byDay[last + 1] === byDay[first]) last++;
    const days = first === last ? names[first] : `${names[first]}–${names[last]}`;
    if (byDay[first]) parts.push(`${days} ${byDay[first]}`);
    first = last + 1;
  }
  return parts.join("; ");
}
