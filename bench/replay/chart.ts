import type { Figures, Judged } from "./figures";
import { reliability } from "./figures";

const WIDTH = 640;
const HEIGHT = 360;
const PAD = { left: 52, right: 140, top: 36, bottom: 44 };
const INK = "#334155";

interface Line {
  name: string;
  colour: string;
  points: { x: number; y: number }[];
}

const x = (share: number) => PAD.left + share * (WIDTH - PAD.left - PAD.right);
const y = (share: number) => HEIGHT - PAD.bottom - share * (HEIGHT - PAD.top - PAD.bottom);

function frame(title: string, xLabel: string, xTicks: { at: number; text: string }[]): string {
  const rows = [0, 0.25, 0.5, 0.75, 1].map(
    (tick) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" stroke="#e2e8f0"/>` +
      `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick * 100} %</text>`,
  );
  const columns = xTicks.map(
    ({ at, text }) => `<text x="${x(at)}" y="${y(0) + 18}" text-anchor="middle">${text}</text>`,
  );
  return [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${x(0)}" y="20" font-size="14" font-weight="600">${title}</text>`,
    ...rows,
    ...columns,
    `<text x="${x(0.5)}" y="${HEIGHT - 8}" text-anchor="middle">${xLabel}</text>`,
  ].join("\n");
}

function svg(title: string, parts: string[]): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">`;
  return `${[open, ...parts].join("\n")}\n</svg>\n`;
}

/** Smallest distance between two labels, in pixels. */
const LABEL_GAP = 15;

/** Lines with their names at the end, moved apart where lines end close together. */
function drawAll(lines: readonly Line[]): string[] {
  const sorted = [...lines].sort((a, b) => (b.points.at(-1)?.y ?? 0) - (a.points.at(-1)?.y ?? 0));
  let free = PAD.top;
  return sorted.map(({ name, colour, points }) => {
    const last = points.at(-1);
    if (last === undefined) return "";
    const path = points.map((p, i) => `${i ? "L" : "M"}${x(p.x).toFixed(1)} ${y(p.y).toFixed(1)}`);
    const at = Math.max(free, y(last.y) + 4);
    free = at + LABEL_GAP;
    const label = `<text x="${x(last.x) + 8}" y="${at.toFixed(1)}" fill="${colour}">${name}</text>`;
    return `<path d="${path.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>${label}`;
  });
}

/** Accuracy, automatic share and its precision per thousand tickets, beside full-text search. */
export function learningCurve(
  perThousand: readonly Figures[],
  fullText: readonly Figures[],
): string {
  const title = "What the desk learns from people's answers";
  const at = (i: number) => (perThousand.length < 2 ? 1 : i / (perThousand.length - 1));
  const line = (name: string, colour: string, values: readonly (number | undefined)[]): Line => ({
    name,
    colour,
    points: values.flatMap((value, i) => (value === undefined ? [] : [{ x: at(i), y: value }])),
  });
  const lines = [
    line(
      "right when automatic",
      "#15803d",
      perThousand.map((f) => f.autoPrecision),
    ),
    line(
      "accuracy",
      "#1d4ed8",
      perThousand.map((f) => f.accuracy),
    ),
    line(
      "automatic share",
      "#b45309",
      perThousand.map((f) => f.autoShare),
    ),
    line(
      "full text only",
      "#64748b",
      fullText.map((f) => f.accuracy),
    ),
  ];
  const ticks = perThousand.map((_, i) => ({ at: at(i), text: String(i + 1) }));
  return svg(title, [frame(title, "thousand tickets", ticks), ...drawAll(lines)]);
}

/** How often answers were right against the confidence they were given; dots grow with number. */
export function reliabilityDiagram(rows: readonly Judged[]): string {
  const title = "Is the confidence true?";
  const most = Math.max(1, ...reliability(rows).map((bin) => bin.n));
  const dots = reliability(rows)
    .filter((bin) => bin.n > 0)
    .map((bin) => {
      const radius = 2 + 10 * Math.sqrt(bin.n / most);
      const at = `cx="${x(bin.sum / bin.n).toFixed(1)}" cy="${y(bin.right / bin.n).toFixed(1)}"`;
      return `<circle ${at} r="${radius.toFixed(1)}" fill="#1d4ed8" fill-opacity="0.75"/>`;
    });
  const ideal = `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#94a3b8" stroke-dasharray="4 4"/>`;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: `${at * 100} %` }));
  return svg(title, [frame(title, "confidence", ticks), ideal, ...dots]);
}
