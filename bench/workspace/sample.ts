import { percentile } from "../ingest/load";

/** What was measured, beside what it is measured against. */
export type Figure = {
  /** Tickets of the desk, as `10k`. */
  size: string;
  group: string;
  what: string;
  unit: "ms" | "kB" | "";
  median: number | null;
  /** The figure itself; the 95th percentile where there are many. */
  value: number;
  /** What it is measured against; null: against the bar alone. */
  yardstick: number | null;
  /** Highest ratio to the yardstick, or highest value without one; null: printed only. */
  bar: number | null;
  note?: string;
};

export const p95 = (times: readonly number[]): number => percentile(times, 0.95);
export const median = (times: readonly number[]): number => percentile(times, 0.5);

export const ratioOf = ({ value, yardstick }: Figure): number | null =>
  yardstick === null ? null : value / yardstick;

/** Null where there is no bar. */
export function holds(figure: Figure): boolean | null {
  if (figure.bar === null) return null;
  return (ratioOf(figure) ?? figure.value) <= figure.bar;
}

/** How long it takes, milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Runs each work once a round, one after the other, so that what else the machine does hits all
 * alike. The first rounds warm up and do not count.
 *
 * @returns milliseconds by name
 */
export async function takeTurns<K extends string>(
  rounds: number,
  warm: number,
  works: Record<K, () => Promise<unknown>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(works) as K[]; // the keys of an object literal
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    K,
    number[]
  >; // one for each name, see above
  for (let round = -warm; round < rounds; round++) {
    for (const name of names) {
      const ms = await timed(works[name]);
      if (round >= 0) times[name].push(ms);
    }
  }
  return times;
}
