import { createHash } from "node:crypto";

/** Seconds before each further try; a mail server that greylists wants minutes. */
const RETRY_SECONDS = [5, 30, 120, 600, 1800] as const;

/** A reply that could not leave so many times has failed, until a person sends it again. */
export const MAX_TRIES = RETRY_SECONDS.length + 1;

/** Pauses differ by this share, so that what failed together does not come back together. */
const JITTER = 0.2;
/** The other side may ask for no longer pause, milliseconds. */
const ASKED_MAX_MS = 3_600_000;

/**
 * When to try again; null when that was the last try. The same delivery and try give the same pause.
 *
 * @param asked a time that the other side has named
 */
export function nextTry(
  { id, tries }: { id: string; tries: number },
  now: Date,
  asked?: Date,
): Date | null {
  const seconds = RETRY_SECONDS[tries - 1];
  if (seconds === undefined) return null;
  const own = seconds * 1000 * (1 + JITTER * (2 * share(`${id}:${tries}`) - 1));
  const theirs = asked ? Math.min(asked.getTime() - now.getTime(), ASKED_MAX_MS) : 0;
  return new Date(now.getTime() + Math.round(Math.max(own, theirs)));
}

/** A number that looks random, 0..1, the same for the same words. */
export const share = (words: string): number =>
  createHash("sha256").update(words).digest().readUInt32BE(0) / 2 ** 32;

/** What `Retry-After` asks for (RFC 9110): seconds, or a date. Undefined when it says neither. */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const said = header.trim();
  if (/^\d{1,9}$/.test(said)) return new Date(now.getTime() + Number(said) * 1000);
  const at = new Date(/^[A-Z][a-z]{2}, /.test(said) ? said : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
