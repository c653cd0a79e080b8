/**
 * `npm run bench:pipeline`: tickets per second from ingest to the delivered reply, with one and two
 * worker processes, on desks of growing size; beside it what Postgres alone can write on the same
 * desk. It should not fall with size: pages per ticket and full scans say where it does.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { killWorkers } from "../../scripts/faults/workers";
import { SIZES, type Size } from "../desks/build";
import { installCeiling, measureCeiling } from "./ceiling";
import { type BenchDesk, openBenchDesk } from "./desk";
import { type Measured, measurePipeline } from "./measure";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10k,100k,1m" },
    workers: { type: "string", default: "1,2" },
    tickets: { type: "string", default: "400" },
    rounds: { type: "string", default: "3" },
    json: { type: "string" },
  },
});
const sizes = values.sizes.split(",").filter((name): name is Size => name in SIZES);
const processes = values.workers.split(",").map(Number);
const tickets = Number(values.tickets);

type Result = { size: Size; workers: Record<string, Measured[]>; ceiling: number[] };

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};
const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

const desks: BenchDesk[] = [];

/** Copies of desks are large: they go away even when the bench is broken off. */
async function cleanUp(): Promise<void> {
  killWorkers();
  for (const desk of desks.splice(0)) await desk.drop();
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

/** @returns the middle one */
function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function main(): Promise<void> {
  if (sizes.length === 0) throw new Error(`--sizes: of ${Object.keys(SIZES).join(", ")}`);
  say(`${availableParallelism()} cores, load ${load()}; ${tickets} tickets a run`);
  try {
    const results: Result[] = [];
    for (const size of sizes) {
      const desk = await openBenchDesk(size, say);
      desks.push(desk);
      await installCeiling(desk.url);
      results.push({ size, workers: {}, ceiling: [] });
    }
    // One after the other in each round, so that what else the machine does hits all alike.
    for (let round = 1; round <= Number(values.rounds); round++) {
      for (const [n, desk] of desks.entries()) await measureOnce(desk, results[n]);
      say(`round ${round} of ${values.rounds} done, load ${load()}`);
    }
    print(results);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await cleanUp();
  }
}

async function measureOnce(desk: BenchDesk, result: Result | undefined): Promise<void> {
  if (!result) return;
  for (const count of processes) {
    const measured = await measurePipeline(desk, count, tickets);
    result.workers[count] = [...(result.workers[count] ?? []), measured];
    say(`  ${desk.size}, ${count} worker(s): ${measured.perSecond.toFixed(1)} a second`);
  }
  result.ceiling.push(await measureCeiling(desk.url, tickets));
}

function print(results: readonly Result[]): void {
  const cell = (text: string) => text.padStart(14);
  const head = ["per s", "ceiling per s", "of ceiling", "of smallest", "pages/ticket"];
  say(`\n${"desk".padEnd(18)}${head.map(cell).join("")}`);
  for (const { size, workers, ceiling } of results) {
    for (const [count, runs] of Object.entries(workers)) {
      const rate = median(runs.map((run) => run.perSecond));
      const first = median((results[0]?.workers[count] ?? []).map((run) => run.perSecond));
      const top = median(ceiling);
      const figures = [
        rate.toFixed(1),
        top.toFixed(1),
        `${((100 * rate) / top).toFixed(0)} %`,
        `${((100 * rate) / first).toFixed(0)} %`,
        median(runs.map((run) => run.pages)).toFixed(0),
      ];
      say(`${`${size}, ${count} worker(s)`.padEnd(18)}${figures.map(cell).join("")}`);
    }
  }
  for (const { size, workers } of results) {
    const last = Object.values(workers).at(-1)?.at(-1);
    for (const { table, rows } of last?.scanned ?? []) {
      say(`${size}: ${rows.toFixed(0)} rows of ${table} a ticket are read without an index`);
    }
  }
}

main()
  .then(() => process.exit())
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
