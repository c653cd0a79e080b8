/** A worker that hands a message over takes less than this; one that takes longer has died. */
export const LEASE_MS = { smtp: 150_000, webhook: 15_000 } as const;

/** How a try ended. */
export type Sent =
  | { kind: "sent"; response: Record<string, unknown> }
  /** May succeed later; `notBefore` where the other side has named a time, `unreachable` where it did not answer. */
  | { kind: "later"; error: string; notBefore?: Date | undefined; unreachable?: true }
  /** Will never succeed as it is. */
  | { kind: "refused"; error: string }
  /** Handed over, but nobody said that it had arrived. */
  | { kind: "unknown"; error: string }
  /** Another worker was faster, or the delivery was cancelled. */
  | { kind: "taken" };

/** A reply that is older leaves only because a person says so: the desk was stopped or restored. */
export const MAX_AGE_MS = 86_400_000;

/** Characters of the other side's words that are kept with a failure. */
const LINE_MAX = 300;

/** Words of the other side, fit for one line on a screen; URLs without what may be secret in them. */
export function oneLine(words: string, max = LINE_MAX): string {
  return words
    .slice(0, 10 * LINE_MAX + max)
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]*@/gi, "$1")
    .replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s?#]*)[?#][^\s"'<>]*/gi, "$1?…")
    .trim()
    .slice(0, max);
}
