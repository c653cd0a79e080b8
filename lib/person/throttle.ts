import { networkOf } from "../platform/address";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { sha256 } from "../platform/secrets";
import { countAttempts, uncountAttempt } from "./store";

const WINDOW_MS = 15 * 60_000;
/** Failures in a window before the next attempt is refused. */
export const FAILURES_PER_EMAIL = 10;
export const FAILURES_PER_ADDRESS = 30;

/**
 * Counts an attempt before the password is looked at, so that a hundred at once can't slip through
 * between looking and counting. A success takes its count back.
 *
 * @returns the keys that were counted
 * @throws `rate_limited` with the seconds until the window ends
 */
export async function countSignIn(
  ctx: Context,
  email: string,
  address: string | null,
): Promise<string[]> {
  const limits = new Map([[sha256(`email:${email}`), FAILURES_PER_EMAIL]]);
  if (address) limits.set(sha256(`address:${networkOf(address)}`), FAILURES_PER_ADDRESS);
  const now = ctx.now();
  const ends = new Date(now.getTime() + WINDOW_MS);

  const counters = await countAttempts(ctx.db, [...limits.keys()], now, ends);
  const full = counters.filter(({ key, failures }) => failures > (limits.get(key) ?? 0));
  if (full.length > 0) {
    const until = Math.max(...full.map((counter) => counter.windowEndsAt.getTime()));
    const retryAfter = Math.max(1, Math.ceil((until - now.getTime()) / 1000));
    const minutes = Math.ceil(retryAfter / 60);
    throw new AppError(
      "rate_limited",
      `Too many failed sign-ins. Try again in ${minutes} minute${minutes === 1 ? "" : "s"}.`,
      { retryAfter },
    );
  }
  return [...limits.keys()];
}

/** The attempt was no failure. */
export async function forgiveSignIn(ctx: Context, keys: readonly string[]): Promise<void> {
  await uncountAttempt(ctx.db, keys);
}
