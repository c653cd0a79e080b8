import { createHash } from "node:crypto";

/** A number in 0…1 that depends on the words only: the same seed, the same faults. */
export function chance(seed: number, ...words: (string | number)[]): number {
  const hash = createHash("sha256")
    .update([seed, ...words].join("\0"))
    .digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

/** One of `options` by their shares; the rest of the probability is `otherwise`. */
export function pick<T>(at: number, options: readonly (readonly [T, number])[], otherwise: T): T {
  let sum = 0;
  for (const [option, share] of options) {
    sum += share;
    if (at < sum) return option;
  }
  return otherwise;
}
