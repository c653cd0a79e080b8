/**
 * `npm run bench:workspace`: how fast the agent's workspace is on desks of ten thousand and of a
 * million tickets: lists, pages, tickets, search, and the browser, each beside a yardstick of the
 * same run and with the bar that it must hold.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Size } from "../desks/build";
import { machineLoad } from "../ingest/cpu";
import { type SignedIn, signInTo } from "./browser";
import { type Client, openClient } from "./client";
import { needPostgres, openWorkspaceDesk, type Served, type WorkspaceDesk } from "./desk";
import { serveEmpty } from "./empty";
import { measureHtml } from "./html";
import { measureKeyboard } from "./keyboard";
import { measureNextTicket } from "./next-ticket";
import { growth, table, verdict } from "./print";
import { measureQueues } from "./queues";
import { type Figure, holds } from "./sample";
import { measureSearch } from "./search-route";
import { measureTickets } from "./ticket";
import { measureTyping } from "./typing";
import { measureWire } from "./wire";

const PARTS = ["http", "html", "ticket", "search", "browser"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    /** `10k` or `1m`; both unless said. */
    size: { type: "string" },
    only: { type: "string" },
    rounds: { type: "string", default: "100" },
    json: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

/** What must go away again, whatever happens; the newest first. */
const made: (() => Promise<unknown>)[] = [];
let making: Promise<unknown> | null = null;

/** Waits for something that goes away again. */
async function make<T extends { stop: () => Promise<unknown> }>(begun: Promise<T>): Promise<T> {
  making = begun;
  const ready = await begun;
  made.push(ready.stop);
  making = null;
  return ready;
}

let stopped = false;
let cleaning: Promise<void> | null = null;

/** Once, however often it is asked for: a signal may come while everything ends. */
function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    for (const remove of made.splice(0).reverse()) {
      await remove().catch((error: unknown) => say(`Could not clean up: ${error}`));
    }
  })();
  return cleaning;
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    stopped = true;
    say(`\n${signal}: removing what was made`);
    // The server would go on with a copy that has been begun: it is waited for.
    const begun = Promise.resolve(making).catch(() => undefined);
    void begun.then(cleanUp).finally(() => process.exit(130));
  });
}

function chosen<T extends string>(name: string, given: string | undefined, all: readonly T[]): T[] {
  const found = all.filter((one) => given === undefined || one === given);
  if (found.length === 0) throw new Error(`--${name}: one of ${all.join(", ")}`);
  return found;
}

async function main(): Promise<void> {
  const sizes = chosen<Size>("size", values.size, ["10k", "1m"]);
  const parts = chosen("only", values.only, PARTS);
  if (!(rounds >= 1)) throw new Error("--rounds: how often each is measured");
  await needPostgres();
  const before = machineLoad();
  say(
    `${availableParallelism()} cores, load ${before.join(" ")} (1, 5, 15 min) before the bench; ${rounds} rounds`,
  );
  const empty = parts.includes("html") ? await make(serveEmpty(say)) : null;
  const figures: Figure[] = [];
  const failed: string[] = [];
  for (const size of sizes) {
    // One large copy at a time.
    const desk = await make(openWorkspaceDesk(size, say));
    const browser = await make(signInTo(desk));
    for (const part of parts) {
      say(`${size}: measuring ${part}`);
      for (const step of stepsOf(part, desk, browser, empty)) {
        try {
          if (stopped) return;
          const found = await step();
          say(table(found));
          figures.push(...found);
        } catch (error) {
          if (stopped) return;
          // What else there is to measure is worth knowing all the same.
          failed.push(`${size}: ${part}`);
          const why = error instanceof Error ? error.stack : error;
          say(`${why}\nThe desk said last:\n${desk.said()}`);
        }
      }
    }
    for (const stop of made.splice(empty ? 1 : 0).reverse()) await stop();
  }
  if (sizes.length > 1) say(growth(figures));
  say(verdict(figures));
  if (failed.length > 0) {
    say(`Not measured, see above: ${failed.join("; ")}`);
    process.exitCode = 1;
  }
  const load = { before, after: machineLoad() };
  say(`load after the bench: ${load.after.join(" ")}`);
  if (values.json) {
    const told = figures.map((one) => ({ ...one, holds: holds(one) }));
    writeFileSync(values.json, `${JSON.stringify({ rounds, load, figures: told }, null, 2)}\n`);
  }
}

/** What a part consists of: one that fails does not keep the others from being measured. */
function stepsOf(
  part: Part,
  desk: WorkspaceDesk,
  browser: SignedIn,
  empty: Served | null,
): (() => Promise<Figure[]>)[] {
  const { size } = desk;
  const asking = (work: (client: Client) => Promise<Figure[]>) => async () => {
    const client = openClient(desk.url, browser.cookie);
    return work(client).finally(client.close);
  };
  switch (part) {
    case "http":
      return [asking((client) => measureQueues(desk, client, rounds, say))];
    case "html":
      return empty
        ? [asking((client) => measureHtml(desk, client, empty, Math.ceil(rounds / 5)))]
        : [];
    case "ticket":
      return [asking((client) => measureTickets(desk, client, rounds))];
    case "search":
      return [asking((client) => measureSearch(desk, client, rounds, say))];
    case "browser":
      return [measureWire, measureNextTicket, measureTyping, measureKeyboard].map(
        (measure) => () => measure(browser, size),
      );
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(cleanUp)
  .finally(() => process.exit());
