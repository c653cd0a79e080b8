import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, rowsOf } from "@/db/client";
import { messages, tickets } from "@/db/schema/ticket";
import type { Term } from "./query";

/** A tsquery in the database's own words, as `compileWords` made it; null: nothing to look for. */
type Words = string | null;

/** Milliseconds after which a search is given up rather than slowing the desk down. */
const GIVE_UP_MS = 4_000;
/** Word similarity, 0…1, at which a name is the same but for typing errors. */
const ALIKE = 0.45;

/**
 * Settles how this transaction searches: by indexes only, so that no plan reads a whole table, and
 * without compiling plans or starting workers, which takes longer than running them.
 */
export async function searchByIndex(db: Db): Promise<void> {
  await db.execute(sql`select set_config('enable_seqscan', 'off', true),
    set_config('jit', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true),
    set_config('statement_timeout', ${String(GIVE_UP_MS)}, true),
    set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`);
}

type Compiled = {
  all: Words;
  /** The same as if no word was half typed. */
  whole: Words;
  /** Each of the words that must be there. */
  each: Words[];
};

/** What stands in the box as queries of the database. Signs can do no harm. */
export async function compileWords(db: Db, terms: readonly Term[]): Promise<Compiled> {
  if (terms.length === 0) return { all: null, whole: null, each: [] };
  const wanted = terms.filter(({ not }) => !not);
  const [row] = await rowsOf<{ all: string; whole: string; each: string[] }>(
    db,
    sql`select (${together(terms)})::text as "all",
      (${together(terms.map((term) => ({ ...term, prefix: false })))})::text as whole, array[${sql.join(
        wanted.map((term) => sql`(${compiled(term)})::text`),
        sql`, `,
      )}] as each`,
  );
  const { all, whole, each = [] } = row ?? {};
  return { all: all || null, whole: whole || null, each: each.map((one) => one || null) };
}

const together = (terms: readonly Term[]): SQL =>
  sql.join(
    terms.map((term) => (term.not ? sql`!! ${compiled(term)}` : compiled(term))),
    sql` && `,
  );

/** A row of words that contains nothing searchable is an empty query, which `&&` passes over. */
function compiled({ text, prefix }: Term): SQL {
  const phrase = sql`phraseto_tsquery('simple', ${text})`;
  if (!prefix) return phrase;
  return sql`(select case when numnode(p) = 0 then p else (p::text || ':*')::tsquery end from ${phrase} p)`;
}

const Plan = z.array(z.object({ "QUERY PLAN": z.unknown() })).min(1);
const Rows = z.array(z.object({ Plan: z.object({ "Plan Rows": z.number() }) })).min(1);

/** About how many rows have the words, by the database's statistics: nothing is read for it. */
async function estimate(db: Db, from: SQL): Promise<number> {
  const plan = Plan.safeParse(await rowsOf(db, sql`explain (format json) select 1 ${from}`));
  const told = plan.data?.[0]?.["QUERY PLAN"];
  const rows = Rows.safeParse(typeof told === "string" ? JSON.parse(told) : told);
  return rows.data?.[0]?.Plan["Plan Rows"] ?? 0;
}

/** A word that nobody writes. */
const UNKNOWN = "'qxzvjkwqhx'";
/** Words of a search that are asked for one by one. */
const ASKED = 6;

export type Rarity = {
  /** How many rows have the words, about. */
  rows: number;
  /**
   * One of the words is in no statistics. Postgres assumes a share of all rows of such a word, which
   * on a large desk looks like many, and is nearly always few.
   */
  unknown: boolean;
};

/** @param each the words one by one */
async function rarity(
  db: Db,
  words: string,
  each: readonly string[],
  from: (words: string) => SQL,
): Promise<Rarity> {
  const alone = each.length > 1 ? each.slice(0, ASKED) : [words];
  // Together, because on a server that is one round trip.
  const [rows = 0, assumed = 0, ...known] = await Promise.all(
    [words, UNKNOWN, ...alone].map((word) => estimate(db, from(word))),
  );
  return { rows, unknown: known.some((of) => of <= assumed) };
}

export const messagesWith = (db: Db, words: string, each: readonly string[]): Promise<Rarity> =>
  rarity(
    db,
    words,
    each,
    (word) => sql`from ${messages} where messages.search @@ ${word}::tsquery`,
  );

export const subjectsWith = (db: Db, words: string, each: readonly string[]): Promise<Rarity> =>
  rarity(db, words, each, (word) => sql`from ${tickets} where ${subjectHas(word)}`);

/** All words of a message that are searched: long ones have a list of their own. */
export const wordsOf = (message: SQL): SQL =>
  sql`coalesce(${message}.search_long, ${message}.search)`;

/** The same for both indexes: each finds the messages whose words it has. */
export const messageHas = (words: string): SQL =>
  sql`((messages.search @@ ${words}::tsquery and messages.search_long is null)
    or messages.search_long @@ ${words}::tsquery)`;

/** Written as the index has it. */
export const subjectHas = (words: string): SQL =>
  sql`to_tsvector('simple', tickets.subject) @@ ${words}::tsquery`;
