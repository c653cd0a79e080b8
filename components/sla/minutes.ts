import { MOST_MINUTES } from "@/lib/sla/model";

/** Hours and minutes while they are typed; both empty: nothing is promised. */
export type Typed = { hours: string; minutes: string };

/** What stands in the fields for so many minutes. */
export const typedOf = (minutes: number | null): Typed =>
  minutes === null
    ? { hours: "", minutes: "" }
    : { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) };

const numberOf = (text: string) => Number(text.trim().replace(",", ".") || "0");

/** @returns null for nothing; undefined for what is no time that can be promised */
export function minutesOf({ hours, minutes }: Typed): number | null | undefined {
  if (hours.trim() === "" && minutes.trim() === "") return null;
  const parts = [numberOf(hours), numberOf(minutes)];
  if (parts.some((part) => !(part >= 0))) return undefined;
  const all = Math.round((parts[0] ?? 0) * 60) + (parts[1] ?? 0);
  return Number.isInteger(all) && all >= 1 && all <= MOST_MINUTES ? all : undefined;
}
