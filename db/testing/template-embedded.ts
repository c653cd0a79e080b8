import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { TestProject } from "vitest/node";
import { schema } from "../client";
import { embedded } from "./embedded";
import { prepareQueue } from "./template";

const CACHE = path.resolve("node_modules/.cache/deskhand-test");

/** What makes a kept dump stale: the migrations, and the versions that wrote it. */
const INPUTS = [
  "drizzle/meta/_journal.json",
  "node_modules/@electric-sql/pglite/package.json",
  "node_modules/pg-boss/package.json",
];

/** Migrates one embedded database and keeps its dump; each test file starts from the dump. */
export default async function setup(project: TestProject): Promise<void> {
  const file = path.join(CACHE, `${await fingerprint()}.tar.gz`);
  if (!existsSync(file)) await makeDump(file);
  project.provide("template", file);
}

async function makeDump(file: string): Promise<void> {
  const lite = await PGlite.create({ extensions: { pg_trgm } });
  await migrate(drizzle(lite, { schema, casing: "snake_case" }), { migrationsFolder: "drizzle" });
  await prepareQueue(embedded(lite));
  const dump = await lite.dumpDataDir("gzip");
  await lite.close();
  await mkdir(CACHE, { recursive: true });
  // Written beside and renamed, because another run may read it at the same time.
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, Buffer.from(await dump.arrayBuffer()));
  await rename(beside, file);
}

async function fingerprint(): Promise<string> {
  const journal = JSON.parse(await readFile("drizzle/meta/_journal.json", "utf8")) as {
    entries: { tag: string }[]; // written by drizzle-kit
  };
  const files = [...INPUTS, ...journal.entries.map((entry) => `drizzle/${entry.tag}.sql`)];
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}
