import { duration } from "./words";

/** "next try in 4 h"; the clock may have passed it already. */
export function nextTryWords(at: string, now: Date): string {
  const then = new Date(at);
  return then > now ? `next try in ${duration(now, then)}` : "next try soon";
}
