import type { T } from "@/components/i18n/catalogue";

type Later = { name: string; at: Date };

const HOUR = 3_600_000; // ms
const MORNING = 9; // o'clock

/** Until when a draft is put off, in the reader's own time zone; the first one is usual. */
export function laterTimes(now: Date, t: T): Later[] {
  const untilMonday = (8 - now.getDay()) % 7 || 7; // Monday is day 1
  return [
    { name: t("In an hour"), at: new Date(now.getTime() + HOUR) },
    { name: t("Tomorrow"), at: morningIn(now, 1) },
    ...(untilMonday === 1 ? [] : [{ name: t("Monday"), at: morningIn(now, untilMonday) }]),
  ];
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}
