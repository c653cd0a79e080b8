import { type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import * as schema from "./schema";

type Schema = typeof schema;

/** The database or a transaction on it, embedded or server: the same code runs on both. */
export type Db = PgDatabase<PgQueryResultHKT, Schema>;

/** An open database with what differs between the embedded and the server kind. */
export type Database = {
  kind: "embedded" | "postgres";
  db: Db;
  /** Calls `heard` for every NOTIFY on `channel`, in commit order, and `again` after a reconnect. */
  listen(
    channel: string,
    heard: (payload: string) => void,
    again: () => void,
  ): Promise<() => Promise<void>>;
  /** How pg-boss reaches the same database. */
  bossOptions: () => Promise<Record<string, unknown>>;
  close(): Promise<void>;
};

/** Rows of a raw query; the two drivers answer in different shapes. */
export async function rowsOf<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const answer: unknown = await db.execute(query);
  if (Array.isArray(answer)) return answer as T[]; // postgres.js: an array of rows
  if (answer && typeof answer === "object" && "rows" in answer) return answer.rows as T[]; // PGlite
  return [];
}

/** Throws when the database does not answer. */
export async function ping(db: Db): Promise<void> {
  await db.execute(sql`select 1`);
}

export { schema };
