/**
 * How long the search takes beside a read by primary key, for words that few messages have and for
 * words that many have. The words are taken from the database itself, so that any data will do.
 */
import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { Context } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { searchDesk } from "@/lib/search";
import { percentile } from "../ingest/load";

/** How many times a primary-key read each kind may take at the 95th percentile. */
const LIMITS = { rare: 50, common: 100 } as const;
/** Words of each kind that take turns, so that no run finds the last one's pages by luck. */
const WORDS = 20;
/** Messages that have a rare word, at most. */
const RARE = 50;

type Measured = { p50Ms: number; p95Ms: number };
export type SearchFigures = {
  messages: number;
  key: Measured;
  rare: Measured & { ratio: number };
  common: Measured & { ratio: number };
  /** Neither rare nor common; printed, without a limit. */
  between: (Measured & { ratio: number }) | null;
  passed: boolean;
};

/** Who searches: the desk itself. A search queues nothing. */
const searcher = (db: Db): Context => ({
  db,
  actor: { type: "system", name: "bench" },
  now: () => new Date(),
  env: parseEnv({ NEXTAUTH_SECRET: "only for a bench, not a secret of anything" }),
  jobs: { send: () => Promise.reject(new Error("a search sends no job")) },
});

type Input = {
  /** A database with data and fresh statistics (`analyze`). */
  db: Db;
  /** Measured calls of each kind, after a tenth of them as warm-up. */
  runs: number;
};

/** Measures through the real verb, and prints. */
export async function benchSearch({ db, runs }: Input): Promise<SearchFigures> {
  const ctx = searcher(db);
  const [size] = await rowsOf<{ count: number }>(
    db,
    sql`select reltuples::float8 as count from pg_class where oid = 'messages'::regclass`,
  );
  const words = await wordsOf(db);
  const ids = (
    await rowsOf<{ id: string }>(db, sql`select id from tickets order by id limit 1000`)
  ).map(({ id }) => id);
  const key = await measure(runs * 4, (run) =>
    rowsOf(db, sql`select subject from tickets where id = ${ids[(run * 7) % ids.length]}::uuid`),
  );
  const kind = async (list: readonly string[]) => {
    const measured = await measure(runs, (run) =>
      // In quotes it is the whole word; without them it might be the beginning of others.
      searchDesk(ctx, { q: `"${list[run % list.length]}"` }),
    );
    return { ...measured, ratio: measured.p95Ms / key.p95Ms };
  };
  const rare = await kind(words.rare);
  const common = await kind(words.common);
  const between = words.between.length > 0 ? await kind(words.between) : null;
  const passed = rare.ratio <= LIMITS.rare && common.ratio <= LIMITS.common;
  const figures = { messages: Math.round(size?.count ?? 0), key, rare, common, between, passed };
  print(figures, words);
  return figures;
}

type Words = Record<"rare" | "common" | "between", string[]>;

async function wordsOf(db: Db): Promise<Words> {
  const common = await rowsOf<{ word: string }>(
    db,
    sql`select word from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as e(word, share)
      where tablename = 'messages' and attname = 'search' and word ~ '^[a-z]{3,}$' order by share desc`,
  );
  const sample = await rowsOf<{ word: string }>(
    db,
    sql`select distinct lexeme as word from (select search from messages order by id desc limit 5000) m, unnest(m.search)
      where lexeme ~ '^[a-z0-9]{4,}$' order by 1`,
  );
  const known = new Set(common.map(({ word }) => word));
  const rare: string[] = [];
  // Every so many of them: neighbours in the alphabet are alike.
  const stride = Math.max(1, Math.floor(sample.length / 300));
  for (let at = 0; at < sample.length && rare.length < WORDS; at += stride) {
    const word = sample[at]?.word ?? "";
    if (!known.has(word) && (await isRare(db, word))) rare.push(word);
  }
  const names = common.map(({ word }) => word);
  if (rare.length === 0 || names.length === 0) throw new Error("No words to measure: run analyze.");
  return {
    rare,
    common: names.slice(0, WORDS),
    between: names.length > 3 * WORDS ? names.slice(-WORDS) : [],
  };
}

async function isRare(db: Db, word: string): Promise<boolean> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from messages
      where search @@ plainto_tsquery('simple', ${word}) limit ${RARE + 1}) found`,
  );
  return (row?.count ?? 0) <= RARE;
}

async function measure(runs: number, call: (run: number) => Promise<unknown>): Promise<Measured> {
  for (let run = 0; run < Math.ceil(runs / 10); run++) await call(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await call(run);
    times.push(performance.now() - began);
  }
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}

function print(figures: Omit<SearchFigures, "passed">, words: Words): void {
  const { messages, key, rare, common, between } = figures;
  console.log(`\nsearch over ${messages.toLocaleString("en")} messages`);
  console.log(`  ${"".padEnd(34)}   p50 ms   p95 ms   × key   limit`);
  const line = (name: string, one: Measured, ratio?: number, limit?: number) =>
    console.log(
      `  ${name.padEnd(34)} ${one.p50Ms.toFixed(2).padStart(8)} ${one.p95Ms.toFixed(2).padStart(8)}` +
        ` ${(ratio?.toFixed(1) ?? "").padStart(7)} ${String(limit ?? "").padStart(7)}`,
    );
  line("read by primary key (yardstick)", key);
  line(`rare word (${words.rare[0]}, …)`, rare, rare.ratio, LIMITS.rare);
  line(`common word (${words.common[0]}, …)`, common, common.ratio, LIMITS.common);
  if (between) line(`between (${words.between[0]}, …)`, between, between.ratio);
}
