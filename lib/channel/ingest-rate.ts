import { AppError } from "../platform/errors";

const MINUTE_MS = 60_000;

/** What a connection may still send at once, and when that was counted, milliseconds. */
type Bucket = { left: number; at: number };

/** Of connections that have proved who they are, so there are no more than the desk has made. */
const buckets = new Map<string, Bucket>();

/**
 * Counts a request against its connection's share: a full minute's worth may come at once, and fills
 * up again as time passes. Kept by each process for itself: it protects the process, and a count in
 * the database would cost every request a write.
 *
 * @throws `rate_limited` with the seconds until the next request is taken
 */
export function spendRequest(connectionId: string, perMinute: number, now: Date): void {
  const at = now.getTime();
  const before = buckets.get(connectionId) ?? { left: perMinute, at };
  const gained = (Math.max(0, at - before.at) * perMinute) / MINUTE_MS;
  const left = Math.min(perMinute, before.left + gained);
  buckets.set(connectionId, { left: left < 1 ? left : left - 1, at });
  if (left >= 1) return;
  const retryAfter = Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / perMinute / 1000));
  throw new AppError(
    "rate_limited",
    `This connection may send ${perMinute} requests in a minute. Try again in ${retryAfter} s.`,
    { retryAfter },
  );
}
