import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { ingestRequest, readRequest } from "@/lib/ingest";
import { UNDER_WAY } from "../../scripts/faults/quiet";
import { startWorkers } from "../../scripts/faults/workers";
import { type BenchDesk, workerEnv } from "./desk";

export type Measured = {
  perSecond: number;
  /** Pages of 8 kB that the server looked at for a ticket: unlike time, the machine's load does not change it. */
  pages: number;
  /** Rows that were read without an index, for a ticket, by table. */
  scanned: { table: string; rows: number }[];
};

/** Requests on their way at a time. */
const LANES = 8;
/** Longer than any run: then something is wrong. */
const GIVE_UP_MS = 600_000;
const LOOK_MS = 250;
/** Statistics of the server's processes come up to this late. */
const SETTLE_MS = 1_500;
/** Tables that are read as a whole on purpose: they have few rows. */
const WORTH_TELLING = 500;

/** From the first request until the last reply has left. Mail is kept in the outbox: no network. */
export async function measurePipeline(
  desk: BenchDesk,
  processes: number,
  tickets: number,
): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-bench-"));
  const workers = startWorkers(processes, workerEnv(desk.url), folder);
  try {
    while (workers.ready() < processes) await pause(50);
    await untilIdle(desk); // a new article takes held tickets up again
    await run(desk, Math.ceil(tickets / 10)); // warm: plans, pages, connections
    const before = await pagesRead(desk);
    await desk.db.execute(sql`select pg_stat_reset_single_table_counters(c.oid) from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`);
    const seconds = await run(desk, tickets);
    await pause(SETTLE_MS);
    const pages = ((await pagesRead(desk)) - before) / tickets;
    return { perSecond: tickets / seconds, pages, scanned: await scans(desk, tickets) };
  } finally {
    await workers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ db, sender }: BenchDesk, tickets: number): Promise<number> {
  const from = sender.now();
  let left = tickets;
  const lane = async () => {
    while (left-- > 0) {
      const bytes = new TextEncoder().encode(requestBody());
      const request = readRequest(bytes, "application/json", sender.now());
      await ingestRequest(sender, { ...request, source: "generated" });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: LANES }, lane));
  for (;;) {
    const [row] = await rowsOf<{ sent: number; seconds: number }>(
      db,
      sql`select count(*)::int as sent,
            extract(epoch from max(sent_at) - ${from.toISOString()}::timestamptz)::float8 as seconds
          from deliveries where created_at >= ${from.toISOString()}::timestamptz and state = 'sent'`,
    );
    if (row && row.sent >= tickets) return row.seconds;
    if (performance.now() - began > GIVE_UP_MS) {
      throw new Error(`${tickets - (row?.sent ?? 0)} of ${tickets} replies did not leave.`);
    }
    await pause(LOOK_MS);
  }
}

async function untilIdle({ db }: BenchDesk): Promise<void> {
  for (;;) {
    const [row] = await rowsOf<{ left: number }>(
      db,
      sql`select count(*)::int as left from pgboss.job where ${UNDER_WAY}`,
    );
    if (row?.left === 0) return;
    await pause(LOOK_MS);
  }
}

function requestBody(): string {
  const id = randomUUID();
  return JSON.stringify({
    external_id: id,
    channel: "email",
    customer_email: `${id}@example.org`,
    customer_name: "Mina Okafor",
    subject: "Export of time entries",
    body: "How do I export the time entries of the last months as a CSV file? Where do I find Reports?",
  });
}

async function pagesRead({ db }: BenchDesk): Promise<number> {
  const [row] = await rowsOf<{ pages: number }>(
    db,
    sql`select (blks_hit + blks_read)::float8 as pages from pg_stat_database
        where datname = current_database()`,
  );
  return row?.pages ?? 0;
}

async function scans({ db }: BenchDesk, tickets: number): Promise<Measured["scanned"]> {
  const rows = await rowsOf<{ table: string; rows: number }>(
    db,
    sql`select relname as table, seq_tup_read::float8 / ${tickets}::float8 as rows
        from pg_stat_user_tables where schemaname = 'public' order by 2 desc`,
  );
  return rows.filter((row) => row.rows > WORTH_TELLING);
}
