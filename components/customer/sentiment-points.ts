/** Size of the drawing and room for its words, in SVG units. */
export const SENTIMENT = {
  width: 480,
  height: 132,
  left: 84,
  right: 10,
  top: 10,
  bottom: 20,
} as const;

const round = (value: number) => Math.round(value * 10) / 10;

/** Across: the `at`-th of `of` points, evenly; one alone stands in the middle. */
export function acrossAt(at: number, of: number): number {
  const inner = SENTIMENT.width - SENTIMENT.left - SENTIMENT.right;
  return round(SENTIMENT.left + inner * (of > 1 ? at / (of - 1) : 0.5));
}

/** Up: −1 at the foot, 1 at the top. */
export function upAt(value: number): number {
  const inner = SENTIMENT.height - SENTIMENT.top - SENTIMENT.bottom;
  return round(SENTIMENT.top + inner * ((1 - Math.max(-1, Math.min(1, value))) / 2));
}
