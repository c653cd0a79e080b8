import type { Engine } from "../../lib/predictor";
import { FullText, NaiveBayes, playBaseline } from "./baseline";
import { type Row, readRows } from "./csv";
import { playFaq } from "./faq";
import { type Figures, figuresOf, type Judged, median, testFiguresOf } from "./figures";
import type { Options } from "./options";
import type { Report } from "./report";
import { playScale, restart } from "./scale";
import { playStream, playTest, type StreamResult, shuffled } from "./stream";
import {
  newAnswerFigures,
  playReplaced,
  playUnseen,
  unseenFigures,
  withLateCategories,
} from "./variants";

const AUDIT_RATE = 0.05;
const MEGABYTE = 1_000_000;
/** A remainder shorter than this joins the last thousand: three tickets are no figure. */
const SHORTEST_PART = 200;

export function perThousand(rows: readonly Judged[]): Figures[] {
  const parts: Judged[][] = [];
  for (let i = 0; i < rows.length; i += 1000) parts.push(rows.slice(i, i + 1000));
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (last !== undefined && before !== undefined && last.length < SHORTEST_PART) {
    before.push(...last);
    parts.pop();
  }
  return parts.map(figuresOf);
}

/** All that the options ask for, with one seed. */
export function replayOnce(options: Options, seed: number): { report: Report; rows: Judged[] } {
  const report: Report = {
    perThousand: [],
    stream: figuresOf([]),
    ms: { predictP50: 0, updateP50: 0 },
    rssMb: 0,
    labelsUsed: 0,
  };
  let rows: Judged[] = [];
  if (options.data !== undefined) rows = replayData(options.data, options, seed, report);
  if (options.faq !== undefined) {
    const { figures, fullText, predictMs, updateMs } = playFaq(options.faq, seed, options.limit);
    report.faq = figures;
    report.faqFullText = fullText;
    if (options.data === undefined) {
      report.ms = { predictP50: median(predictMs), updateP50: median(updateMs) };
      report.labelsUsed = updateMs.length;
      report.rssMb = Math.round(process.memoryUsage().rss / MEGABYTE);
    }
  }
  return { report, rows };
}

function replayData(folder: string, options: Options, seed: number, report: Report): Judged[] {
  const { noise } = options;
  const train = shuffled(readRows(folder, "train.csv"), seed).slice(0, options.limit);
  const test = readRows(folder, "test.csv");
  const known = test.filter((row) => !row.outOfScope);
  const inScope = train.filter((row) => !row.outOfScope);
  const late = withLateCategories(inScope, seed);
  const tickets = options.incremental ? late : train;
  const result = playStream(tickets, {
    seed,
    noise,
    ...(options.audit && { auditRate: AUDIT_RATE }),
  });
  describeStream(result, known, report);
  report.baseline = {
    fullText: perThousand(playBaseline(new FullText(), tickets)),
    naiveBayes: perThousand(playBaseline(new NaiveBayes(), tickets)),
  };
  if (options.incremental) report.newAnswers = newAnswerFigures(tickets, result);
  if (options.all)
    report.restart = restart(
      result.engine,
      known.map((row) => row.text),
    );
  if (known.length < test.length) report.unseen = outOfScopeFigures(result.engine, test);
  else if (!options.fast) report.unseen = playUnseen(inScope, test, seed);
  if (options.all) {
    report.newAnswers ??= newAnswerFigures(
      late,
      playStream(late, { seed, noise, name: "new answers" }),
    );
    report.replaced = playReplaced(inScope, seed);
  }
  if (options.learned !== undefined) report.scale = playScale(train, options.learned, seed);
  return result.rows;
}

function describeStream(result: StreamResult, test: readonly Row[], report: Report): void {
  report.perThousand = perThousand(result.rows);
  report.stream = figuresOf(result.rows);
  if (test.length > 0) report.test = testFiguresOf(playTest(result.engine, test));
  report.ms = { predictP50: median(result.predictMs), updateP50: median(result.updateMs) };
  report.labelsUsed = result.labelsUsed;
  // Before the variants: a worker holds one engine, not several.
  report.rssMb = Math.round(process.memoryUsage().rss / MEGABYTE);
}

function outOfScopeFigures(engine: Engine, test: readonly Row[]): Report["unseen"] {
  const asked = test.map((row) => ({ ...row, prediction: engine.predict(row.text) }));
  const outside = asked.filter((row) => row.outOfScope).map((row) => row.prediction);
  const inside = asked.filter((row) => !row.outOfScope).map((row) => row.prediction);
  return unseenFigures(outside, inside);
}
