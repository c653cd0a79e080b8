/** Size of a drawing and room for its labels, in SVG units. */
export const CHART = { width: 480, height: 220, left: 54, right: 10, top: 10, bottom: 28 } as const;

/** Shares at which a chart has a line. */
export const GRID = [0, 0.25, 0.5, 0.75, 1] as const;

/** Across: `share` 0..1 of the drawing's inner width. */
export const across = (share: number): number =>
  round(CHART.left + share * (CHART.width - CHART.left - CHART.right));

/** Up: `share` 0..1 of its inner height. */
export const up = (share: number): number =>
  round(CHART.top + (1 - share) * (CHART.height - CHART.top - CHART.bottom));

/** Points of a line, for SVG. */
export const lineOf = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y]) => `${across(x)},${up(y)}`).join(" ");

export const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)} %`;

const round = (value: number) => Math.round(value * 10) / 10;
