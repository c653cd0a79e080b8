import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { SIZES } from "../desks/build";
import { type Client, Refused } from "./client";
import type { WorkspaceDesk } from "./desk";
import { type Figure, median, p95, takeTurns } from "./sample";
import { benchSearch } from "./search";

const RARE_BAR = 50;
const COMMON_BAR = 100;
const WARM = 5;
/** Tables that only grow. */
const LARGE = ["messages", "tickets", "customers", "customer_emails", "attempts", "events"];
/** An idle process of the server tells what it has read within so long. */
const TOLD_MS = 11_000;

/** The search as the box asks for it, beside a read by primary key, and by itself. */
export async function measureSearch(
  desk: WorkspaceDesk,
  client: Client,
  rounds: number,
  say: (words: string) => void,
): Promise<Figure[]> {
  const figures = await byItself(desk, rounds).catch((error: unknown) => {
    say(`  search by itself: left out, ${error instanceof Error ? error.message : error}`);
    return [];
  });
  try {
    return [...figures, ...(await overHttp(desk, client, rounds))];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(`  search over HTTP: left out, ${error.message}`);
    return figures;
  }
}

async function byItself(desk: WorkspaceDesk, rounds: number): Promise<Figure[]> {
  const { key, rare, common } = await benchSearch({ db: desk.db, runs: rounds });
  return [
    { what: "rare words", ...rare, bar: RARE_BAR },
    { what: "common words", ...common, bar: COMMON_BAR },
  ].map(({ what, p50Ms, p95Ms, bar }) => ({
    size: desk.size,
    group: "search, the verb",
    what,
    unit: "ms",
    median: p50Ms,
    value: p95Ms,
    yardstick: key.p95Ms,
    bar,
  }));
}

async function overHttp(desk: WorkspaceDesk, client: Client, rounds: number): Promise<Figure[]> {
  const { threads } = desk.arranged;
  let number = Math.floor(SIZES[desk.size] * 0.4137);
  const boxes = {
    "rare word (a project’s number)": { bar: RARE_BAR, box: () => `"${number++}"` },
    "common word": { bar: COMMON_BAR, box: () => '"project"' },
    "two words": { bar: COMMON_BAR, box: () => '"invoices" "currency"' },
    "rare and common word": { bar: COMMON_BAR, box: () => `"project" "${number++}"` },
    "rare word, as if half typed": { bar: null, box: () => String(number++) },
    "common word, as if half typed": { bar: null, box: () => "project" },
  };
  const read = sql`select * from messages where id = (
    select id from messages where ticket_id = ${threads[0]?.ticketId}::uuid limit 1)`;
  const [row] = await rowsOf<{ id: string }>(desk.db, read);
  const works: Record<string, () => Promise<unknown>> = {
    key: () => rowsOf(desk.db, sql`select * from messages where id = ${row?.id}::uuid`),
  };
  for (const [name, { box }] of Object.entries(boxes)) {
    works[name] = () => client.get(`/api/search?${new URLSearchParams({ q: box() })}`);
  }
  const before = await scanned(desk);
  const { key = [], ...times } = await takeTurns(rounds, WARM, works);
  const figures = Object.entries(boxes).map(([what, { bar }]): Figure => {
    const ms = times[what] ?? [];
    return {
      size: desk.size,
      group: "search, over HTTP",
      what,
      unit: "ms",
      median: median(ms),
      value: p95(ms),
      yardstick: p95(key),
      bar,
    };
  });
  return [...figures, await scans(desk, before)];
}

/** Tables that were read from end to end meanwhile: none may be. */
async function scans(desk: WorkspaceDesk, before: Map<string, number>): Promise<Figure> {
  const after = await scanned(desk);
  const read = LARGE.filter((table) => (after.get(table) ?? 0) > (before.get(table) ?? 0));
  return {
    size: desk.size,
    group: "search, over HTTP",
    what: "large tables read without an index",
    unit: "",
    median: null,
    value: read.length,
    yardstick: null,
    bar: 0,
    ...(read.length > 0 && { note: read.join(", ") }),
  };
}

/** Scans of each table so far. */
async function scanned({ db }: WorkspaceDesk): Promise<Map<string, number>> {
  await pause(TOLD_MS);
  const rows = await rowsOf<{ name: string; scans: number }>(
    db,
    sql`select relname as name, seq_scan::int as scans from pg_stat_user_tables
      where schemaname = 'public'`,
  );
  return new Map(rows.map(({ name, scans }) => [name, scans]));
}
