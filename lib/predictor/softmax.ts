/**
 * Turns scores into log-probabilities in place, over the entries that are not -Infinity.
 *
 * @returns ln of the summed exponentials (the "energy"); -Infinity when nothing is allowed
 */
export function logSoftmax(scores: Float64Array): number {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  if (top === -Infinity) return top;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - top);
  const energy = top + Math.log(sum);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) - energy;
  return energy;
}

/** Logistic function, safe for any finite input. */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** ln(p / (1 - p)) with p kept within 1e-4 of 0 and 1. */
export function logit(p: number): number {
  const q = Math.min(1 - 1e-4, Math.max(1e-4, p));
  return Math.log(q / (1 - q));
}
