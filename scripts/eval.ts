/**
 * `npm run eval`: the desk's own core and any language model, on the same questions with known
 * answers, through the whole product. Works on a copy; nothing is sent to anybody.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readRows } from "../bench/replay/csv";
import { openReplayDesk } from "../bench/replay-database/desk";
import { answerTo } from "../bench/replay-database/person";
import { playThrough } from "../bench/replay-database/play";
import { worker } from "../bench/replay-database/work-off";
import { type Case, casesOf, UNNAMED } from "./eval/cases";
import { type EvalDesk, openCopy, openDemo } from "./eval/desk";
import { type Engine, enginesOf, stubEngine, switchTo } from "./eval/engines";
import { figuresOfEngine, tableOf } from "./eval/figures";
import { type Options, readOptions, USAGE } from "./eval/options";
import { playCases } from "./eval/play";
import { startModelStub } from "./model/stub";
import { ensureSecret, loadDotEnv } from "./settings.mjs";

const say = (line: string) => process.stdout.write(`${line}\n`);

type Stage = { desk: EvalDesk; cases: Case[] };

/** The desk and its questions. */
async function arranged(options: Options): Promise<Stage> {
  const { data, demo, tickets, learn } = options;
  if (!data) {
    const desk = demo ? await openDemo() : await openCopy();
    return { desk, cases: await casesOf(desk, tickets) };
  }
  const desk = await openReplayDesk(undefined);
  const taught = spread(readRows(data, "train.csv"), learn);
  say(`Teaching ${taught.length} questions…`);
  await playThrough(desk, taught, () => true);
  const cases = spread(readRows(data, "test.csv"), tickets).map(({ text, category }) => ({
    ...{ kind: "data" as const, ...UNNAMED, question: text },
    answer: answerTo(category),
  }));
  return { desk, cases };
}

/** So many rows, evenly from the whole file: such files are often sorted by category. */
function spread<T>(rows: readonly T[], most: number): T[] {
  const step = Math.max(1, rows.length / most);
  return rows
    .filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
    .slice(0, most);
}

async function wanted(options: Options, stage: Stage, stubUrl: string | null): Promise<Engine[]> {
  const named = options.provider;
  const own = options.data !== undefined || options.demo;
  const engines: Engine[] = [];
  if (named.length > 0) {
    const home = own ? await openCopy() : stage.desk;
    engines.push(...(await enginesOf(home, named)));
    if (own) await home.drop();
  }
  return stubUrl ? [...engines, stubEngine(stubUrl)] : engines;
}

async function main(args: string[]): Promise<void> {
  if (args.includes("--help")) {
    say(USAGE);
    return;
  }
  const options = readOptions(args);
  loadDotEnv(path.resolve(import.meta.dirname, ".."));
  ensureSecret();
  const stub = options.stub ? await startModelStub() : null;
  const stage = await arranged(options);
  try {
    if (stage.cases.length === 0) {
      say("There is no question with a known answer yet. Try --demo or --data DIR.");
      return;
    }
    const engines = [null, ...(await wanted(options, stage, stub?.url ?? null))];
    const workOff = await worker(stage.desk.tools);
    const figures = [];
    for (const engine of engines) {
      const name = engine?.name ?? "own core";
      say(`Asking ${name} ${stage.cases.length} questions…`);
      await switchTo(stage.desk, engine);
      figures.push(figuresOfEngine(name, await playCases(stage.desk, workOff, name, stage.cases)));
    }
    say("");
    for (const line of tableOf(figures)) say(line);
    say(EXPLAINED);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await stage.desk.drop();
    await stub?.close();
  }
}

const EXPLAINED = `
right: the draft differs from the known reply by at most a tenth of its characters, and in no number,
  link or name: the measure by which the desk counts a draft as accepted. Another good wording counts
  as wrong, so a model that words freely looks worse here than it is.
same source: drafts that rest on an article which the known reply rests on, however they word it.
support: sentences that rest on a source which the desk has checked.
Brier, ECE: of the confidence of drafts; 0 is best. cost: in the currency of the prices.
On a copy of this desk or the demo, the core has learned from these very questions.`;

main(process.argv.slice(2))
  .then(() => process.exit()) // the database's own timers would keep it
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
