const DAY_MS = 86_400_000;
const UNITS: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 };

/** `2026-03-01` (the day's beginning, UTC), or an age: `7d`, `2w`, `3m`, `1y`; null for the rest. */
export function momentOf(text: string, now: Date): Date | null {
  const [, count, unit] = /^(\d{1,4})([dwmy])$/i.exec(text) ?? [];
  if (count && unit) {
    return new Date(now.getTime() - Number(count) * (UNITS[unit.toLowerCase()] ?? 1) * DAY_MS);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00.000Z`);
  // The thirtieth of February is not the second of March.
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : day;
}
