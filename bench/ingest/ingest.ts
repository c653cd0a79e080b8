/**
 * `npm run bench:ingest`: how fast requests are taken durably, on the embedded database and on
 * Postgres, beside two yardsticks of the same run: a POST of the same server that does nothing, and
 * the same transaction without HTTP. And how soon a draft can be seen while the desk is idle.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { machineLoad } from "./cpu";
import { type Kind, startDesk } from "./desk";
import { measureDirect } from "./direct";
import { measureLatency } from "./latency";
import { emptyCall, ingestCall, type Measured, measure, requestBody } from "./load";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string" },
    seconds: { type: "string", default: "8" },
    concurrency: { type: "string", default: "16" },
    drafts: { type: "string", default: "30" },
    port: { type: "string", default: "4311" },
  },
});
const seconds = Number(values.seconds);
const concurrency = Number(values.concurrency);
const port = Number(values.port);

async function bench(kind: Kind) {
  const quiet = await startDesk(kind, port, { DEMO: "off", WORKERS: "off" });
  const rates: Record<string, Measured> = {};
  try {
    rates.empty = await measure(quiet, () => emptyCall(requestBody()), seconds, concurrency);
    rates.ingest = await measure(
      quiet,
      () => ingestCall(quiet, requestBody()),
      seconds,
      concurrency,
    );
  } finally {
    await quiet.stop();
  }
  rates.direct = await measureDirect(kind, seconds, concurrency);
  const whole = await startDesk(kind, port, { DEMO: "on", WORKERS: "on" });
  try {
    const latency = await measureLatency(whole, Number(values.drafts));
    rates.working = await measure(
      whole,
      () => ingestCall(whole, requestBody()),
      seconds,
      concurrency,
    );
    return { kind, rates, latency };
  } finally {
    await whole.stop();
  }
}

type Result = Awaited<ReturnType<typeof bench>>;

const WORDS: Record<string, string> = {
  empty: "empty POST route (yardstick)",
  ingest: "durable ingest",
  direct: "same transaction, no HTTP (yardstick)",
  working: "durable ingest while workers route and draft",
};

const number = (value: number | null, digits: number) =>
  (value === null ? "-" : value.toFixed(digits)).padStart(10);

function print({ kind, rates, latency }: Result): void {
  console.log(`\n${kind}`);
  console.log(
    `  ${"".padEnd(46)}${["per s", "p50 ms", "p95 ms", "app CPU ms", "db CPU ms"].map((word) => word.padStart(11)).join("")}  failures`,
  );
  for (const [name, words] of Object.entries(WORDS)) {
    const one = rates[name];
    if (!one) continue;
    const cells = [
      number(one.perSecond, 0),
      number(one.p50Ms, 1),
      number(one.p95Ms, 1),
      number(one.appCpuMs, 2),
      number(one.databaseCpuMs, 2),
    ];
    console.log(
      `  ${words.padEnd(46)}${cells.map((cell) => ` ${cell}`).join("")}  ${one.failures}`,
    );
  }
  const share = (rates.ingest?.perSecond ?? 0) / (rates.empty?.perSecond ?? 1);
  console.log(`  ingest is ${(share * 100).toFixed(0)} % of the empty route's rate`);
  console.log(
    `  from ingest to the draft, idle: p50 ${latency.p50Ms.toFixed(0)} ms, p95 ${latency.p95Ms.toFixed(0)} ms (${latency.count} requests${latency.missing ? `, ${latency.missing} without a draft` : ""})`,
  );
}

async function main(): Promise<void> {
  const before = machineLoad();
  console.log(
    `${availableParallelism()} cores, load ${before.join(" ")} (1, 5, 15 min) before the bench; ${concurrency} requests at once for ${seconds} s each`,
  );
  const results: Result[] = [];
  for (const kind of ["postgres", "embedded"] as const) {
    if (values.only && values.only !== kind) continue;
    const result = await bench(kind);
    print(result);
    results.push(result);
  }
  const after = machineLoad();
  console.log(`\nload after the bench: ${after.join(" ")}`);
  if (values.json) {
    const figures = {
      cores: availableParallelism(),
      load: { before, after },
      seconds,
      concurrency,
    };
    writeFileSync(values.json, `${JSON.stringify({ ...figures, results }, null, 2)}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
