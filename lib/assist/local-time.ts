/** A moment as a clock of this zone shows it: "2026-03-10 09:05, Europe/Berlin". */
export const timeIn = (zone: string, iso: string): string =>
  `${dayIn(zone, iso)} ${formatted(zone, iso, { hour: "2-digit", minute: "2-digit" })}, ${zone}`;

/** The day there: "2026-03-10". */
export const dayIn = (zone: string, iso: string): string =>
  formatted(zone, iso, { year: "numeric", month: "2-digit", day: "2-digit" });

/** Swedish writes days and times as ISO does. */
const formatted = (timeZone: string, iso: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("sv-SE", { ...parts, timeZone, hourCycle: "h23" }).format(new Date(iso));
