import { isDeepStrictEqual } from "node:util";

/** Those of the new values that differ, with what stood there; null when all is as it was. */
export function changedIn<T extends object>(
  before: T,
  wanted: { [K in keyof T]?: T[K] | undefined },
): { before: Partial<T>; after: Partial<T> } | null {
  const was: Partial<T> = {};
  const is: Partial<T> = {};
  let any = false;
  for (const key of Object.keys(wanted) as (keyof T)[]) {
    const value = wanted[key]; // keys of `wanted` are keys of T
    if (value === undefined || isDeepStrictEqual(value, before[key])) continue;
    was[key] = before[key];
    is[key] = value;
    any = true;
  }
  return any ? { before: was, after: is } : null;
}
