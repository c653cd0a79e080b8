/**
 * `npm run ingest -- FILE.jsonl`: posts requests, one JSON object a line, to a running desk as any
 * other system would: signed, over HTTP. Safe to run twice; goes on where it was stopped.
 */
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { z } from "zod";
import { followTickets } from "./ingest/follow";
import { Journal, measure } from "./ingest/journal";
import { postFile, Unwelcome } from "./ingest/post-file";
import { reportPosted, reportTickets } from "./ingest/report";

const USAGE = `npm run ingest -- FILE.jsonl [options]

  --url URL            the desk; default: the one that runs on this machine
  --connection NAME    whose signature; with --secret. Default: the connection of the terminal
  --secret SECRET      whsec_… of that connection
  --concurrency N      requests at once, 4 by default; the order in a conversation is kept
  --wait SECONDS       how long to wait for drafts at the end, 600 by default
  --restart            begin at the first line, although a run was stopped half-way
`;

const Options = z.object({
  url: z.url({ protocol: /^https?$/ }).optional(),
  connection: z.string().min(1).optional(),
  secret: z.string().startsWith("whsec_").optional(),
  concurrency: z.coerce.number().int().min(1).max(64).default(4),
  wait: z.coerce.number().min(0).default(600),
  restart: z.boolean().default(false),
});
type Options = z.output<typeof Options>;

const dataDir = path.resolve(process.env.DATA_DIR || ".data");

const Access = z.object({ url: z.string(), connection: z.string(), secret: z.string() });

/** Where to post: as told, the rest from the file that a running desk leaves for this command. */
function targetOf(options: Options) {
  const file = path.join(dataDir, "ingest.json");
  const left = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const target = Access.safeParse({
    url: (options.url ?? left.url)?.replace(/\/+$/, ""),
    connection: options.connection ?? left.connectionId,
    secret: options.secret ?? left.secret,
  });
  if (target.success) return target.data;
  throw new Error(
    `Start the desk first (npm start): it leaves its address in ${file}. Or name --url, --connection and --secret.`,
  );
}

function readArguments(): { file: string; options: Options } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: "string" },
      connection: { type: "string" },
      secret: { type: "string" },
      concurrency: { type: "string" },
      wait: { type: "string" },
      restart: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [file] = positionals;
  if (values.help || !file || positionals.length > 1) {
    process.stdout.write(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const options = Options.safeParse(values);
  if (options.success) return { file, options: options.data };
  const [issue] = options.error.issues;
  throw new Error(`--${issue?.path.join(".")}: ${issue?.message}`);
}

const bar = (what: string) =>
  new SingleBar({
    format: `${what} {bar} {value}/{total} · {duration_formatted}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 10_000, // ms
  });

async function main(): Promise<void> {
  const { file, options } = readArguments();
  const target = targetOf(options);
  const { lines, hash } = await measure(file);
  const folder = existsSync(dataDir) ? dataDir : tmpdir();
  const journal = new Journal(folder, [hash, target.url, target.connection], options.restart);
  if (journal.done.size > 0)
    console.log(`Going on: ${journal.done.size} lines are posted already.`);

  const posting = bar("Posting ");
  posting.start(lines, 0);
  const rejected = await postFile(file, target, options.concurrency, journal, () =>
    posting.increment(),
  ).finally(() => posting.stop());

  const done = [...journal.done.values()];
  const tickets = [...new Set(done.map((entry) => entry.ticketId))];
  const drafting = bar("Drafting");
  drafting.start(tickets.length, 0);
  const waitMs = options.wait * 1000;
  const summary = await followTickets(target, tickets, waitMs, (n) => drafting.update(n)).finally(
    () => drafting.stop(),
  );
  journal.finish();
  console.log(`\n${reportPosted(done, rejected)}\n${reportTickets(summary, tickets.length)}`);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  if (!(error instanceof Unwelcome))
    console.error("What was posted is safe: run it again to go on.");
  process.exitCode = 1;
});
