import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";

export type Preset = { name: string; at: Date };

const HOUR = 3_600_000; // ms
const MORNING = 9; // o'clock

/** Times that a ticket is put aside for most often, in the reader's own time zone. */
export function snoozePresets(now: Date, t: T): Preset[] {
  const later = new Date(now.getTime() + 3 * HOUR);
  later.setMinutes(0, 0, 0);
  const today = later.getDate() === now.getDate();
  const untilMonday = (8 - now.getDay()) % 7 || 7; // Monday is day 1
  const tomorrow = morningIn(now, 1);
  const monday = morningIn(now, untilMonday);
  return [
    ...(today ? [{ name: t("Later today"), at: later }] : []),
    { name: t("Tomorrow"), at: tomorrow },
    ...(untilMonday === 1 ? [] : [{ name: t("Next Monday"), at: monday }]),
  ];
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

/** "Mon 09:00". */
export const dayAndTime = (at: Date, t: T): string =>
  formatOf(t).date(at, { weekday: "short", hour: "2-digit", minute: "2-digit" }).replace(",", "");

/** How a field of type `datetime-local` writes a moment. */
export function toField(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
