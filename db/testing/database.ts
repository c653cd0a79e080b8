import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
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
  return embedded(await PGlite.create({ loadDataDir: dump }));
}

async function openCopy(): Promise<Database> {
  const template = inject("template");
  const name = `${template.replace(/_template$/, "")}_${process.pid}_${Date.now() % 1e7}`;
  await asAdmin(testServer(), (admin) =>
    admin.unsafe(`create database ${name} template ${template}`),
  );
  return openDatabase({ databaseUrl: databaseUrl(testServer(), name), dataDir: "" });
}

/** Takes every row out of every table of the product, and every waiting job. Legal moves stay. */
async function empty(database: Database): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    database.db,
    sql`select quote_ident(tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> 'ticket_transitions'`,
  );
  const names = sql.raw(tables.map((table) => table.name).join(", "));
  await database.db.execute(sql`truncate ${names} restart identity cascade`);
  await database.db.execute(sql`delete from pgboss.job`);
  await database.db.execute(sql`delete from pgboss.schedule`);
}
