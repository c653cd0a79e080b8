import { type Figure, holds, ratioOf } from "./sample";

const HEAD = ["median", "p95", "yardstick", "ratio", "bar", ""];
const WIDTH = 44;

const cell = (text: string) => text.padStart(11);
const figure = (value: number | null, unit: Figure["unit"]) =>
  value === null ? "-" : unit === "" ? value.toFixed(4) : `${value.toFixed(1)} ${unit}`;

/** One line for each figure, with its bar and whether it holds. */
export function table(figures: readonly Figure[]): string {
  const groups = [...new Set(figures.map(({ size, group }) => `${size}: ${group}`))];
  return groups
    .map((name) => {
      const own = figures.filter(({ size, group }) => `${size}: ${group}` === name);
      return [`\n${name.padEnd(WIDTH)}${HEAD.map(cell).join("")}`, ...own.map(line)].join("\n");
    })
    .join("\n");
}

function line(one: Figure): string {
  const ratio = ratioOf(one);
  const bar = one.bar === null ? "-" : ratio === null ? figure(one.bar, one.unit) : `${one.bar} ×`;
  const passed = holds(one);
  const cells = [
    figure(one.median, one.unit),
    figure(one.value, one.unit),
    figure(one.yardstick, one.unit),
    ratio === null ? "-" : `${ratio.toFixed(2)} ×`,
    bar,
    passed === null ? "" : passed ? "holds" : "MISSED",
  ];
  const note = one.note ? `\n    ${one.note}` : "";
  return `  ${one.what.padEnd(WIDTH - 2)}${cells.map(cell).join("")}${note}`;
}

/** How much slower the large desk is than the small one, where both were measured. */
export function growth(figures: readonly Figure[]): string {
  const sizes = [...new Set(figures.map(({ size }) => size))];
  const [small, large] = sizes;
  if (!small || !large) return "";
  const name = ({ group, what }: Figure) =>
    `${group}: ${what.replace(/page (?!1$)\d+/, "deep page")}`;
  const before = new Map(
    figures.filter(({ size }) => size === small).map((one) => [name(one), one.value]),
  );
  const lines = figures
    .filter(({ size, group }) => size === large && group !== "queue JSON / rows")
    .flatMap((one) => {
      const value = before.get(name(one));
      return value
        ? [`  ${name(one).padEnd(64)}${cell(`${(one.value / value).toFixed(2)} ×`)}`]
        : [];
    });
  return `\n${large} against ${small}, p95\n${lines.join("\n")}`;
}

/** The last line: how many bars hold. */
export function verdict(figures: readonly Figure[]): string {
  const missed = figures.filter((one) => holds(one) === false);
  const barred = figures.filter((one) => holds(one) !== null).length;
  return missed.length === 0
    ? `\nAll ${barred} bars hold.`
    : `\n${missed.length} of ${barred} bars are missed.`;
}
