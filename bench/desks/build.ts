import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { seedDefaults } from "@/db/defaults";
import { openDatabase } from "@/db/open";
import { connections } from "@/db/schema/channel";
import { newId } from "@/lib/platform/ids";
import { openJobs } from "@/lib/platform/jobs";
import { seal } from "@/lib/platform/secrets";
import { jobNames } from "@/lib/runner";
import { FILLED, steps } from "./rows";

/** Tickets of each desk. */
export const SIZES = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 } as const;
export type Size = keyof typeof SIZES;

/** The desk's secret: whoever opens a copy must know it. */
export const SECRET = "only for generated desks, a secret of nothing";

export const server = (): string =>
  process.env.TEST_DATABASE_SERVER ?? "postgres://postgres@127.0.0.1:5432";

const templateOf = (size: Size): string => `deskhand_desk_${size}`;

/** A connection of its own to one database of the server, for statements of minutes. */
export async function onServer<T>(
  database: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(`${server()}/${database}`, { max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end());
}

/** Changes with the migrations and the generator. */
function keyOf(size: Size): string {
  const hash = createHash("sha256").update(`${size}\n`);
  for (const name of readdirSync("drizzle")
    .filter((file) => file.endsWith(".sql"))
    .sort()) {
    hash.update(readFileSync(path.join("drizzle", name)));
  }
  hash.update(JSON.stringify(steps(SIZES[size])));
  return hash.digest("hex");
}

async function keyOfBuilt(name: string): Promise<string | null> {
  const [row] = await onServer(
    "postgres",
    (sql) =>
      sql<{ key: string | null }[]>`
      select shobj_description(oid, 'pg_database') as key from pg_database where datname = ${name}`,
  );
  return row?.key ?? null;
}

/** Makes sure that the template of a size is there and up to date. @returns its name */
export async function ensureDesk(size: Size, tell: (words: string) => void): Promise<string> {
  const name = templateOf(size);
  const key = keyOf(size);
  if ((await keyOfBuilt(name)) === key) return name;
  await dropDesk(size);
  await onServer("postgres", (sql) => sql.unsafe(`create database ${name}`));
  await migrate(name);
  await onServer(name, (sql) => fill(sql, size, tell));
  // Without the comment a build that broke off is never taken for a desk.
  await onServer("postgres", (sql) => sql.unsafe(`comment on database ${name} is '${key}'`));
  return name;
}

export async function dropDesk(size: Size): Promise<void> {
  await onServer("postgres", (sql) =>
    sql.unsafe(`drop database if exists ${templateOf(size)} with (force)`),
  );
}

/** A copy that may be changed. Files are copied: writing them to the log would take far longer. */
export async function copyDesk(template: string, name: string): Promise<void> {
  await onServer("postgres", async (sql) => {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
  });
}

/** Tables by the product's own migrations, the defaults, the queues, and one connection. */
async function migrate(name: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: `${server()}/${name}`, dataDir: "" });
  try {
    await seedDefaults(database.db, new Date());
    const jobs = await openJobs(database, jobNames);
    await jobs.stop(1);
    const secretSealed = seal(SECRET, "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IQ==");
    const other = { id: newId(), name: "Generated", source: "generated", secretSealed };
    await database.db.insert(connections).values(other);
  } finally {
    await database.close();
  }
}

/** Fills the tables without their indexes and checks of references, and makes the indexes again. */
async function fill(sql: postgres.Sql, size: Size, tell: (words: string) => void): Promise<void> {
  await sql.unsafe(`set synchronous_commit = off; set session_replication_role = replica;
    set work_mem = '128MB'; set maintenance_work_mem = '512MB'; set jit = off;`);
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid::regclass::text in ${sql(FILLED)}
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  for (const step of steps(SIZES[size])) {
    const began = Date.now();
    await sql.unsafe(step.sql);
    tell(`${size}: ${step.makes} ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  const began = Date.now();
  for (const { definition } of indexes) await sql.unsafe(definition);
  await sql`select setval(pg_get_serial_sequence('tickets', 'number'), (select max(number) from tickets))`;
  await sql`select setval(pg_get_serial_sequence('events', 'seq'), (select max(seq) from events))`;
  tell(`${size}: indexes ${((Date.now() - began) / 1000).toFixed(1)} s`);
  // Else the first who reads a row would have to note that it is there for all.
  await sql.unsafe("vacuum (freeze, analyze)");
  tell(`${size}: tidied, all in all ${((Date.now() - began) / 1000).toFixed(1)} s since the rows`);
}
