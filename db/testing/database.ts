import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { sql } from "drizzle-orm";
import { expect, inject } from "vitest";
import { openJobs, type Runner } from "@/lib/platform/jobs";
import { type Database, rowsOf } from "../client";
import { seedDefaults } from "../defaults";
import { openDatabase } from "../open";
import { embedded } from "./embedded";
import { asAdmin, databaseUrl, testServer } from "./server";

export type TestDatabase = { database: Database; runner: Runner };

/** One database for all test files of a process: vitest keeps this module from file to file. */
let opened: Promise<TestDatabase> | undefined;
let usedBy: string | undefined;

/** The process's database: empty but for the defaults at the first call of each test. */
export async function testDatabase(): Promise<TestDatabase> {
  opened ??= open();
  const { database, runner } = await opened;
  const { testPath = "", currentTestName = "a hook" } = expect.getState();
  const test = `${testPath} ${currentTestName}`;
  if (usedBy !== test) {
    if (usedBy !== undefined) await empty(database); // a fresh copy is empty
    await seedDefaults(database.db, new Date());
    usedBy = test;
  }
  return { database, runner };
}

async function open(): Promise<TestDatabase> {
  const kind = inject("databaseKind");
  const database = kind === "embedded" ? await openDump() : await openCopy();
  // Loaded here only: a test without a database needs no pipeline.
  const { jobNames } = await import("@/lib/runner");
  return { database, runner: await openJobs(database, jobNames) };
}

async function openDump(): Promise<Database> {
  const dump = new Blob([await readFile(inject("template"))]);
  return embedded(await PGlite.create({ loadDataDir: dump, extensions: { pg_trgm } }));
}

async function openCopy(): Promise<Database> {
  const template = inject("template");
  const name = `${template.replace(/_template$/, "")}_${process.pid}_${Date.now() % 1e7}`;
  await asAdmin(testServer(), (admin) =>
    admin.unsafe(`create database ${name} template ${template}`),
  );
  // Nobody needs what is in it after a power cut: no commit waits for the disk.
  await asAdmin(testServer(), (admin) =>
    admin.unsafe(`alter database ${name} set synchronous_commit = off`),
  );
  return openDatabase({ databaseUrl: databaseUrl(testServer(), name), dataDir: "" });
}

let tables: string[] | undefined;

/**
 * Takes every row out of every table of the product, and every waiting job. Legal moves stay. Rows are
 * deleted, because to truncate all tables takes as long as most tests.
 */
async function empty({ db }: Database): Promise<void> {
  tables ??= await tableNames(db);
  const full = await rowsOf<{ name: string }>(db, sql.raw(tables.map(ifFull).join(" union all ")));
  // One statement: what a row refers to may go before it.
  const deletes = full.map(({ name }, n) => `d${n} as (delete from ${name})`);
  if (deletes.length > 0) {
    await db.execute(sql.raw(`with ${deletes.join(", ")} select 1`));
    // The next rows stand in the order in which they come, as in new tables.
    const names = full.map(({ name }) => name).join(", ");
    await db.execute(sql.raw(`vacuum (truncate, index_cleanup on) ${names}`));
  }
  await db.execute(
    sql`select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      from pg_sequences where schemaname = 'public' and last_value is not null`,
  );
  await db.execute(sql`delete from pgboss.job`);
  await db.execute(sql`delete from pgboss.schedule`);
}

async function tableNames(db: Database["db"]): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select quote_ident(tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> 'ticket_transitions'`,
  );
  return rows.map(({ name }) => name);
}

const ifFull = (name: string) => `select '${name}' as name where exists (select from ${name})`;
