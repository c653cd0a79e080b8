import { mkdir } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { MigrationConfig } from "drizzle-orm/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type Database, type Db, rowsOf, schema } from "./client";
import { keepListening } from "./listen";
import { lockFolder } from "./lock";
import { prepareStatements } from "./prepared";

export type Where = { databaseUrl?: string | undefined; dataDir: string; migrations?: string };

const MIGRATIONS = path.join(process.cwd(), "drizzle");

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws {Error} with one sentence for people: folder not writable, in use by another process,
 *   server unreachable, or made by a newer Deskhand
 */
export async function openDatabase(where: Where): Promise<Database> {
  const config = { migrationsFolder: where.migrations ?? MIGRATIONS };
  return where.databaseUrl
    ? openServer(where.databaseUrl, config)
    : openEmbedded(where.dataDir, config);
}

async function openEmbedded(dataDir: string, config: MigrationConfig): Promise<Database> {
  const folder = path.resolve(dataDir, "db");
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new Error(`The data folder ${folder} can't be written. Set DATA_DIR to one that can.`, {
      cause,
    });
  });
  const unlock = await lockFolder(folder);
  try {
    const { PGlite } = await import("@electric-sql/pglite");
    const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
    const { drizzle } = await import("drizzle-orm/pglite");
    const { migrate } = await import("drizzle-orm/pglite/migrator");
    const lite = await PGlite.create({
      dataDir: folder,
      extensions: { pg_trgm },
      postgresqlconf: ["max_wal_size=64MB"],
    });
    const db = drizzle(lite, { schema, casing: "snake_case" });
    await refuseNewer(db, config);
    await migrate(db, config);
    const tidy = setInterval(
      () => void lite.exec("CHECKPOINT").catch(() => undefined),
      CHECKPOINT_MS,
    );
    tidy.unref();
    return {
      kind: "embedded",
      db,
      listen: async (channel, heard) => lite.listen(channel, heard),
      bossOptions: async () => ({
        db: (await import("pg-boss")).fromPglite(lite),
        backend: "pglite",
      }),
      async close() {
        clearInterval(tidy);
        await lite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** PGlite never checkpoints by itself, and its log would grow without end. */
const CHECKPOINT_MS = 5 * 60_000;

/**
 * A server that restarts is found back within a second, and a request that comes meanwhile is told
 * so soon; the driver would wait up to 20 s between its tries. Seconds.
 */
const RETURN = { connect_timeout: 5, backoff: () => 0.5 };

async function openServer(url: string, config: MigrationConfig): Promise<Database> {
  const { default: postgres } = await import("postgres");
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const { migrate } = await import("drizzle-orm/postgres-js/migrator");
  const quiet = { onnotice: () => undefined };
  const pool = postgres(url, {
    max: 10,
    // Compiling a plan takes longer than running what a screen asks; 100 ms were seen for a count.
    connection: { application_name: "deskhand", jit: "off" },
    ...RETURN,
    ...quiet,
  });
  prepareStatements();
  const db = drizzle(pool, { schema, casing: "snake_case" });
  try {
    await pool`select 1`.catch((cause) => {
      throw new Error(
        "The database at DATABASE_URL does not answer. Is it running, and is the URL right?",
        { cause },
      );
    });
    await refuseNewer(db, config);
    // One process migrates; the others wait for it. The lock is held by a connection of its own.
    const guard = postgres(url, { max: 1, ...quiet });
    try {
      await guard`select pg_advisory_lock(771001)`;
      await migrate(db, config);
    } finally {
      await guard.end();
    }
  } catch (error) {
    await pool.end({ timeout: 1 });
    throw error;
  }
  return {
    kind: "postgres",
    db,
    listen: (channel, heard, again) => keepListening(url, channel, heard, again),
    bossOptions: async () => ({ connectionString: url, max: 6 }),
    close: () => pool.end({ timeout: 5 }),
  };
}

/** A database that a newer version has migrated must not be written by this one. */
async function refuseNewer(db: Db, config: MigrationConfig): Promise<void> {
  const known = readMigrationFiles(config).at(-1)?.folderMillis ?? 0;
  const [table] = await rowsOf<{ name: string | null }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  );
  if (!table?.name) return;
  const [row] = await rowsOf<{ at: string | null }>(
    db,
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
  );
  if (Number(row?.at ?? 0) > known) {
    throw new Error(
      "This database was made by a newer Deskhand. Update Deskhand, or restore a backup of this version.",
    );
  }
}
