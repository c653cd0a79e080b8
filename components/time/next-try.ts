import type { T } from "@/components/i18n/catalogue";
import { duration } from "./words";

/** "next try in 4 h"; the clock may have passed it already. */
export function nextTryWords(at: string, now: Date, t: T): string {
  const then = new Date(at);
  return then > now
    ? t("next try in {{duration}}", { duration: duration(now, then, t) })
    : t("next try soon");
}
