import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { learningCurve, reliabilityDiagram } from "../bench/replay/chart";
import { type Options, readOptions, USAGE } from "../bench/replay/options";
import { printBars, printReport } from "../bench/replay/print";
import { meanOf, promisedOf } from "../bench/replay/report";
import { replayOnce } from "../bench/replay/run";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Plays real questions as tickets through the predictor and says how well it learned. */
async function main(args: string[]): Promise<void> {
  if (args.includes("--help")) {
    print(USAGE);
    return;
  }
  const options = readOptions(args);
  if (options.database) return throughDatabase(options);
  const runs = Array.from({ length: options.seeds }, (_, i) => {
    const run = replayOnce(options, options.seed + i);
    if (options.seeds > 1) print(`seed ${options.seed + i} done`);
    return run;
  });
  const report = meanOf(runs.map((run) => run.report));
  printReport(report, print);
  if (options.data !== undefined) printBars(report, print);
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify(promisedOf(report), null, 2)}\n`);
  }
  if (options.svg !== undefined && options.data !== undefined) {
    mkdirSync(options.svg, { recursive: true });
    const rows = runs.flatMap((run) => run.rows);
    const curve = learningCurve(report.perThousand, report.baseline?.fullText ?? []);
    writeFileSync(join(options.svg, "learning-curve.svg"), curve);
    writeFileSync(join(options.svg, "reliability.svg"), reliabilityDiagram(rows));
  }
}

/** The same through the whole product, which is loaded for it only. */
async function throughDatabase({ data, json, ...options }: Options): Promise<void> {
  if (data === undefined) throw new Error("--database needs --data DIR");
  const { replayDatabase } = await import("../bench/replay-database/replay");
  const { printDatabaseReplay } = await import("../bench/replay-database/print");
  const replay = await replayDatabase({ ...options, data });
  printDatabaseReplay(replay, print);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(replay, null, 2)}\n`);
}

main(process.argv.slice(2))
  .then(() => process.exit()) // the database's own timers would keep it
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
