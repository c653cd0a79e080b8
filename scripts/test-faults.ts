/**
 * `npm run test:faults`: real workers on a real Postgres are killed, the database restarts, the mail
 * server, the other system and the language model misbehave, while requests arrive and people work.
 * Then everything must be there, once. With `--short`, what `npm test` has time for.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { inspect, parseArgs } from "node:util";
import { isLostRollback } from "@/lib/platform/driver-fault";
import { serverPrograms, startCluster } from "./faults/cluster";
import { type Plan, type Result, runFaults } from "./faults/run";
import { killWorkers } from "./faults/workers";

const USAGE = `npm run test:faults -- [options]

  --short          60 tickets, 3 kills, 1 restart of the database; about a minute
  --seed N         chooses the faults; 1 by default
  --tickets N      500 by default
  --kills N        20 by default
  --restarts N     3 by default
  --report FILE    JSON for scripts/test.mjs
  --keep           keeps what the workers said, and says where
`;

const SHORT = { tickets: 60, kills: 3, restarts: 1, seconds: 24, undoSeconds: 1, hurry: true };
const FULL = { tickets: 500, kills: 20, restarts: 3, seconds: 240, undoSeconds: 10, hurry: false };
/** Until nothing is left to do, seconds; the longest pause before a further try is half an hour. */
const QUIET_SECONDS = { short: 300, full: 1200 };

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    tickets: { type: "string" },
    kills: { type: "string" },
    restarts: { type: "string" },
    report: { type: "string" },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

function planned(): Plan {
  const form = values.short ? SHORT : FULL;
  return {
    ...form,
    seed: Number(values.seed),
    tickets: Number(values.tickets ?? form.tickets),
    kills: Number(values.kills ?? form.kills),
    restarts: Number(values.restarts ?? form.restarts),
    quietSeconds: values.short ? QUIET_SECONDS.short : QUIET_SECONDS.full,
  };
}

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

function print({ counts, violations, seconds }: Result): void {
  say("");
  for (const [name, count] of Object.entries(counts)) {
    say(`  ${name.padEnd(40)}${String(count).padStart(8)}`);
  }
  say(
    `\n${seconds.toFixed(0)} s; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  say(violations.length === 0 ? "Nothing lost, nothing twice, nothing stuck." : "\nViolations:");
  const times = new Map<string, number>();
  for (const one of violations) times.set(one, (times.get(one) ?? 0) + 1);
  for (const [one, count] of times) say(`  ${one}${count > 1 ? ` (${count} times)` : ""}`);
}

/** How many passed and failed, and what was left out and why, for the end of `npm test`. */
function report(result: Result | { skipped: string }): void {
  if (!values.report) return;
  const name = "faults on a Postgres of its own";
  const lines =
    "skipped" in result
      ? { passed: 0, failed: 0, skipped: [{ name, why: result.skipped }], failures: [] }
      : verdictOf(name, result.violations);
  writeFileSync(values.report, JSON.stringify(lines));
}

function verdictOf(name: string, violations: readonly string[]) {
  const [first] = violations;
  if (first === undefined) return { passed: 1, failed: 0, skipped: [], failures: [] };
  const error = `${first}${violations.length > 1 ? `, and ${violations.length - 1} more` : ""}`;
  return { passed: 0, failed: 1, skipped: [], failures: [{ name, error }] };
}

async function main(): Promise<void> {
  if (values.help) return say(USAGE);
  const programs = serverPrograms();
  if (!programs) {
    const why = "no initdb of Postgres was found in PATH or by pg_config";
    say(`Skipped: ${why}.`);
    return report({ skipped: why });
  }
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-faults-"));
  const cluster = await startCluster(programs);
  cleanUp = () => {
    killWorkers();
    return cluster.remove();
  };
  const result = await runFaults(cluster, folder, planned(), say);
  print(result);
  report(result);
  if (values.keep) say(`What the workers said is in ${folder}.`);
  else rmSync(folder, { recursive: true, force: true });
  process.exitCode = result.violations.length > 0 ? 1 : 0;
}

/** Nothing that the test has started outlives it. */
let cleanUp: () => Promise<void> = async () => undefined;

async function end(code?: number): Promise<never> {
  await cleanUp();
  process.exit(code);
}

function fail(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
  void end(1);
}

/** A restart of the database must not end the caller either. */
process.on("uncaughtException", (error) => {
  if (!isLostRollback(error)) fail(error);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(130));

main().then(() => end(), fail);
