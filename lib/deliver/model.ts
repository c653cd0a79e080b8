/** Seconds before each further try; a mail server that greylists wants minutes. */
const RETRY_SECONDS = [5, 30, 120, 600, 1800] as const;

/** A reply that could not leave so many times has failed, until a person sends it again. */
export const MAX_TRIES = RETRY_SECONDS.length + 1;

/** When to try again after `tries` failures; null when that was the last. */
export function nextTry(tries: number, now: Date): Date | null {
  const seconds = RETRY_SECONDS[tries - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}

/** A worker that hands a message over takes less than this; one that takes longer has died. */
export const LEASE_MS = { smtp: 150_000, webhook: 15_000 } as const;

/** How a try ended. */
export type Sent =
  | { kind: "sent"; response: Record<string, unknown> }
  /** May succeed later. */
  | { kind: "later"; error: string }
  /** Will never succeed as it is. */
  | { kind: "refused"; error: string }
  /** Handed over, but nobody said that it had arrived. */
  | { kind: "unknown"; error: string }
  /** Another worker was faster, or the delivery was cancelled. */
  | { kind: "taken" };

/** Words of the other side, fit for one line on a screen. */
export function oneLine(words: string): string {
  return words
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 300);
}
