import type { DeadJob } from "@/lib/platform/model";

/** 59 → "59 s", 61 → "1 min", 7200 → "2 h". */
export function ageWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}

export const triesWords = (tries: number): string => (tries === 1 ? "1 try" : `${tries} tries`);

/** Kinds with how many of each are listed, the commonest first. */
export function kindsOf(dead: readonly DeadJob[]): { name: string; jobs: number }[] {
  const kinds = new Map<string, number>();
  for (const { name } of dead) kinds.set(name, (kinds.get(name) ?? 0) + 1);
  return [...kinds]
    .map(([name, jobs]) => ({ name, jobs }))
    .sort((a, b) => b.jobs - a.jobs || a.name.localeCompare(b.name));
}
