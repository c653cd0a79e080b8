import type { ViewFilter } from "@/lib/view/model";

/** Most tests that one filter holds. */
const MOST = 20;

/**
 * A filter that passes what both pass. Null where one filter can't say it: "any of" can't be
 * narrowed by more tests, and there may be too many.
 */
export function joinFilters(one: ViewFilter | null, other: ViewFilter | null): ViewFilter | null {
  if (!one || !other) return one ?? other;
  const narrow = [one, other].every(({ match, tests }) => match === "all" || tests.length === 1);
  const tests = [...one.tests, ...other.tests];
  return narrow && tests.length <= MOST ? { match: "all", tests } : null;
}
