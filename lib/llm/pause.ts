import { setTimeout as wait } from "node:timers/promises";

/** Before the second and the third try, milliseconds. */
const PAUSES_MS = [400, 1600] as const;
export const MAX_TRIES = PAUSES_MS.length + 1;
/** Pauses differ by this share, so that what failed together does not come back together. */
const JITTER = 0.5;
/** A provider that asks for a longer pause is not waited for, milliseconds. */
export const PATIENCE_MS = 20_000;

/** How long to wait after a failed try, milliseconds; null: no further try. */
export function pauseAfter(
  tries: number,
  asked: number | undefined,
  random = Math.random,
): number | null {
  const usual = PAUSES_MS[tries - 1];
  if (usual === undefined || (asked ?? 0) > PATIENCE_MS) return null;
  return Math.max(asked ?? 0, Math.round(usual * (1 + JITTER * (2 * random() - 1))));
}

/** Waits; ends at once when `signal` does. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  wait(ms, undefined, { ...(signal && { signal }) }).catch(() => undefined);

/** What `Retry-After` asks for (RFC 9110): seconds, or a date. Undefined when it says neither. */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const said = header.trim();
  if (/^\d{1,9}$/.test(said)) return new Date(now.getTime() + Number(said) * 1000);
  const at = new Date(/^[A-Z][a-z]{2}, /.test(said) ? said : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
