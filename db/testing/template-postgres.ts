import type { TestProject } from "vitest/node";
import { openDatabase } from "../open";
import { asAdmin, databaseUrl, PREFIX, testServer } from "./server";
import { prepareQueue } from "./template";

/** Databases of a run that was killed are this old, seconds. */
const STALE_SECONDS = 3600;

/** Migrates one template database per run. Each test file copies it, which takes milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = testServer();
  const run = `${PREFIX}${Math.floor(Date.now() / 1000)}_${process.pid}`;
  const template = `${run}_template`;
  await asAdmin(server, async (sql) => {
    await dropOnes(sql, (name) => ageSeconds(name) > STALE_SECONDS);
    await sql.unsafe(`create database ${template}`);
  });
  const database = await openDatabase({
    databaseUrl: databaseUrl(server, template),
    dataDir: "",
  });
  await prepareQueue(database);
  await database.close();
  project.provide("template", template);

  return () => asAdmin(server, (sql) => dropOnes(sql, (name) => name.startsWith(run)));
}

type Sql = Parameters<Parameters<typeof asAdmin>[1]>[0];

async function dropOnes(sql: Sql, which: (name: string) => boolean): Promise<void> {
  const rows = await sql<
    { name: string }[]
  >`select datname as name from pg_database where datname like ${`${PREFIX}%`}`;
  for (const { name } of rows) {
    if (which(name)) await sql.unsafe(`drop database if exists "${name}" with (force)`);
  }
}

const ageSeconds = (name: string): number =>
  Date.now() / 1000 - Number(name.slice(PREFIX.length).split("_")[0]);
