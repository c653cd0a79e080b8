import type { T } from "@/components/i18n/catalogue";
import type { DeadJob } from "@/lib/platform/model";

/** 59 → "59 s", 61 → "1 min", 7200 → "2 h". */
export function ageWords(seconds: number, t: T): string {
  if (seconds < 60) return t("{{n}} s", { n: Math.max(0, Math.floor(seconds)) });
  if (seconds < 3600) return t("{{n}} min", { n: Math.floor(seconds / 60) });
  return t("{{n}} h", { n: Math.floor(seconds / 3600) });
}

export const triesWords = (tries: number, t: T): string => t("{{count}} tries", { count: tries });

/** Kinds with how many of each are listed, the commonest first. */
export function kindsOf(dead: readonly DeadJob[]): { name: string; jobs: number }[] {
  const kinds = new Map<string, number>();
  for (const { name } of dead) kinds.set(name, (kinds.get(name) ?? 0) + 1);
  return [...kinds]
    .map(([name, jobs]) => ({ name, jobs }))
    .sort((a, b) => b.jobs - a.jobs || a.name.localeCompare(b.name));
}
