import type { Difference } from "./compare";
import { type ByHandVerdict, type ChangedPart, PARTS, type Part } from "./model";

/** Tickets that are named for each part. */
const MOST_NAMED = 200;
/** Kinds of change that are named for each part, and those that are counted at all. */
const MOST_PAIRS = 20;
const MOST_COUNTED = 2_000;

type Counted = Omit<ChangedPart, "pairs"> & { pairs: Map<string, Pair> };
type Pair = ChangedPart["pairs"][number];

/** Counts what changes, part by part, in bounded room. */
export function makeTally() {
  const parts = Object.fromEntries(PARTS.map((part) => [part, empty()])) as Record<Part, Counted>;
  let changed = 0;
  return {
    add(
      ticket: { id: string; number: number },
      differences: readonly { difference: Difference; byHand: ByHandVerdict }[],
    ): void {
      if (differences.length > 0) changed++;
      for (const { difference, byHand } of differences) {
        const { part, before, after } = difference;
        const counted = parts[part];
        counted.count++;
        counted[byHand]++;
        countPair(counted.pairs, before, after);
        const { tickets } = counted;
        if (tickets.length < MOST_NAMED) tickets.push({ ...ticket, before, after, byHand });
      }
    },
    changed: () => changed,
    parts: () =>
      Object.fromEntries(PARTS.map((part) => [part, told(parts[part])])) as Record<
        Part,
        ChangedPart
      >,
  };
}

const empty = (): Counted => ({
  count: 0,
  agrees: 0,
  disagrees: 0,
  unknown: 0,
  pairs: new Map(),
  tickets: [],
});

function countPair(pairs: Map<string, Pair>, before: string, after: string): void {
  const key = JSON.stringify([before, after]);
  const pair = pairs.get(key);
  if (pair) pair.count++;
  else if (pairs.size < MOST_COUNTED) pairs.set(key, { before, after, count: 1 });
}

const told = ({ pairs, ...rest }: Counted): ChangedPart => ({
  ...rest,
  pairs: [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, MOST_PAIRS),
});
