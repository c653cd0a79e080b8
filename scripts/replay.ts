import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { learningCurve, reliabilityDiagram } from "../bench/replay/chart";
import { readOptions, USAGE } from "../bench/replay/options";
import { printBars, printReport } from "../bench/replay/print";
import { meanOf } from "../bench/replay/report";
import { replayOnce } from "../bench/replay/run";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Plays real questions as tickets through the predictor and says how well it learned. */
function main(args: string[]): void {
  if (args.includes("--help")) {
    print(USAGE);
    return;
  }
  const options = readOptions(args);
  const runs = Array.from({ length: options.seeds }, (_, i) => {
    const run = replayOnce(options, options.seed + i);
    if (options.seeds > 1) print(`seed ${options.seed + i} done`);
    return run;
  });
  const report = meanOf(runs.map((run) => run.report));
  printReport(report, print);
  if (options.data !== undefined) printBars(report, print);
  if (options.json !== undefined) {
    const { baseline, faqFullText, replaced, restart, scale, ...promised } = report;
    const extra = { baseline, faqFullText, replaced, restart, scale };
    writeFileSync(options.json, `${JSON.stringify({ ...promised, ...extra }, null, 2)}\n`);
  }
  if (options.svg !== undefined && options.data !== undefined) {
    mkdirSync(options.svg, { recursive: true });
    const rows = runs.flatMap((run) => run.rows);
    const curve = learningCurve(report.perThousand, report.baseline?.fullText ?? []);
    writeFileSync(join(options.svg, "learning-curve.svg"), curve);
    writeFileSync(join(options.svg, "reliability.svg"), reliabilityDiagram(rows));
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
