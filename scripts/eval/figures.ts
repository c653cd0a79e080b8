import { figuresOf } from "../../bench/replay/figures";
import type { Played } from "./play";

/** What one engine did with all questions. Shares in 0..1, costs in millionths, times in ms. */
export type EngineFigures = {
  engine: string;
  tickets: number;
  drafted: number;
  right: number;
  /** Of the corrections alone; null: there are none. */
  rightCorrections: number | null;
  /** Of the questions whose known reply rests on an article; null: there are none. */
  sameSource: number | null;
  support: number | null;
  brier: number;
  ece: number;
  costMicros: number;
  tokens: number;
  p50Ms: number;
  p95Ms: number;
  /** Times that the desk's own core stood in for the model. */
  stoodIn: number;
};

export function figuresOfEngine(engine: string, played: readonly Played[]): EngineFigures {
  const corrections = played.filter(({ kind }) => kind === "correction");
  const sourced = played.filter(({ sameSource }) => sameSource !== null);
  const drafted = played.filter((one) => one.drafted);
  const { brier, ece } = figuresOf(
    // Without a draft nothing is claimed, so there is nothing to be right or wrong about.
    drafted.map(({ right, confidence, decision }) => ({
      ...{ right, confidence, automatic: decision === "sent", novel: false },
    })),
  );
  const total = (of: (one: Played) => number) => played.reduce((sum, one) => sum + of(one), 0);
  const sentences = total((one) => one.sentences);
  const times = played.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    ...{ engine, tickets: played.length, brier, ece },
    drafted: share(drafted.length, played.length),
    right: share(played.filter(({ right }) => right).length, played.length),
    rightCorrections: corrections.length
      ? share(corrections.filter(({ right }) => right).length, corrections.length)
      : null,
    sameSource: sourced.length
      ? share(sourced.filter((one) => one.sameSource).length, sourced.length)
      : null,
    support: sentences > 0 ? total((one) => one.supported) / sentences : null,
    costMicros: total((one) => one.costMicros),
    tokens: total((one) => one.tokens),
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    stoodIn: played.filter(({ fault }) => fault !== null).length,
  };
}

const share = (part: number, of: number) => (of === 0 ? 0 : part / of);

/** By nearest rank. */
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;

const percent = (value: number | null) => (value === null ? "–" : `${(value * 100).toFixed(1)} %`);

const COLUMNS: [string, (figures: EngineFigures) => string][] = [
  ["engine", ({ engine }) => engine],
  ["tickets", ({ tickets }) => String(tickets)],
  ["drafted", ({ drafted }) => percent(drafted)],
  ["right", ({ right }) => percent(right)],
  ["corrections right", ({ rightCorrections }) => percent(rightCorrections)],
  ["same source", ({ sameSource }) => percent(sameSource)],
  ["support", ({ support }) => percent(support)],
  ["Brier", ({ brier }) => brier.toFixed(3)],
  ["ECE", ({ ece }) => ece.toFixed(3)],
  ["cost", ({ costMicros }) => (costMicros / 1e6).toFixed(4)],
  ["tokens", ({ tokens }) => String(tokens)],
  ["p50", ({ p50Ms }) => `${p50Ms.toFixed(0)} ms`],
  ["p95", ({ p95Ms }) => `${p95Ms.toFixed(0)} ms`],
  ["core stood in", ({ stoodIn }) => String(stoodIn)],
];

/** Engines side by side, as lines of text. */
export function tableOf(all: readonly EngineFigures[]): string[] {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...all.map((one) => COLUMNS.map(([, of]) => of(one))),
  ];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}
