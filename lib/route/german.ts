/**
 * A pattern of German words: `\b` knows no umlauts, so letters are looked for on both sides.
 * Runs in linear time as long as `words` has bounded gaps only.
 */
export const german = (words: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");

/** At most so many words between two others, each with the space behind it. */
export const gap = (most: number): string => `(?:[\\p{L}\\d’'-]{1,25},? ){0,${most}}`;
