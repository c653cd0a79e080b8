import { AppError } from "../platform/errors";

/** One transaction does so many; a person who has more presses again. */
export const DEAD_AT_ONCE = 500;

/** @throws `not_found` */
export function orNotFound<T>(taken: T[]): T[] {
  if (taken.length === 0) throw new AppError("not_found", "It is no longer in the list.");
  return taken;
}
