/**
 * `npm run bench:backtest`: how fast a back-test of rules goes through 100,000 decisions on a
 * generated desk, beside the same rows read and thrown away. Needs the server of the tests.
 */
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { openDatabase } from "@/db/open";
import { readBacktest, runBacktest, startBacktest } from "@/lib/backtest";
import { RulesResult } from "@/lib/backtest/model";
import type { Context, Tools } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { openJobs } from "@/lib/platform/jobs";
import { readRules } from "@/lib/rule";
import type { RuleDraft } from "@/lib/rule/model";
import { jobNames } from "@/lib/runner";
import { copyDesk, ensureDesk, onServer, SECRET, server } from "../desks/build";

const ROWS = 100_000;
const say = (words: string) => process.stdout.write(`${words}\n`);

/** The generator keeps no facts: here are some for every tenth kind of ticket. */
const FILL = `
update routings r set inputs = inputs || jsonb_build_object(
  'byHand', jsonb_build_object('team', false, 'priority', false),
  'facts', jsonb_build_object('intents', t.intents, 'category', t.category, 'channel', t.channel,
    'source', t.source, 'tier', 'business', 'subject', t.subject, 'language', 'en',
    'sentiment', t.sentiment, 'trend', null, 'priority', t.priority, 'tags', '[]'::jsonb,
    'tools', '[]'::jsonb, 'recent', t.number % 5, 'failedInvoices', 0, 'tried', 0, 'inTrial', false,
    'paying', true, 'novel', false, 'escalated', false))
from tickets t where t.id = r.ticket_id`;

const RULE: RuleDraft = {
  id: "0190a000-0000-7000-8000-000000000001",
  name: "Bench",
  enabled: true,
  conditions: [
    {
      any: [
        { field: "text", contains: "export" },
        { field: "pattern", matches: "project \\d*7\\b" },
        { field: "sentiment", below: -0.8 },
      ],
    },
  ],
  actions: { team: "Security", priority: "urgent", tags: ["bench"], priorityEvenIfLower: false },
  onMatch: "stop",
};

async function main(): Promise<void> {
  const template = await ensureDesk("100k", say);
  const name = `deskhand_bench_backtest_${process.pid}`;
  await copyDesk(template, name);
  const url = `${server()}/${name}`;
  const database = await openDatabase({ databaseUrl: url, dataDir: "" });
  const jobs = await openJobs(database, jobNames);
  try {
    await onServer(name, async (fill) => {
      await fill.unsafe(FILL);
      await fill.unsafe("vacuum analyze routings");
    });
    const tools: Tools = {
      db: database.db,
      jobs,
      env: parseEnv({ NODE_ENV: "test", NEXTAUTH_SECRET: SECRET, PUBLIC_URL: "http://desk.test" }),
      now: () => new Date(),
    };
    const ctx: Context = { ...tools, actor: { type: "system", name: "bench" } };
    for (let round = 1; round <= 3; round++) {
      say(`round ${round}`);
      await yardstick(ctx);
      await backtest(ctx);
    }
  } finally {
    await jobs.stop(1);
    await database.close();
    await onServer("postgres", (drop) => drop.unsafe(`drop database ${name} with (force)`));
  }
}

async function yardstick(ctx: Context): Promise<void> {
  const began = performance.now();
  const rows = await rowsOf(
    ctx.db,
    sql`select id, inputs from routings order by created_at desc, id desc limit ${ROWS}`,
  );
  told("the same rows, read and thrown away", rows.length, performance.now() - began);
}

async function backtest(ctx: Context): Promise<void> {
  const { rules } = await readRules(ctx);
  const { id } = await startBacktest(ctx, "rules", { rules: [RULE, ...rules], last: ROWS });
  const began = performance.now();
  await runBacktest.run(ctx, { backtestId: id });
  const ms = performance.now() - began;
  const result = RulesResult.parse((await readBacktest(ctx, { id })).result);
  told("back-test", result.looked, ms);
  say(`  ${result.changed} would change, ${result.skipped} left out`);
}

const told = (what: string, rows: number, ms: number) =>
  say(
    `  ${what}: ${rows} rows in ${Math.round(ms)} ms, ${Math.floor((rows / ms) * 1000)} a second`,
  );

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
