import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { seedDefaults } from "@/db/defaults";
import { openDatabase } from "@/db/open";
import { writeCliSettings } from "./boot-cli";
import { fillDemo } from "./boot-demo";
import { openDoor } from "./boot-door";
import { welcome } from "./boot-welcome";
import { backfillArticles } from "./learn";
import { buildId } from "./platform/build-id";
import { type Context, transaction } from "./platform/context";
import { env } from "./platform/env";
import { openJobs } from "./platform/jobs";
import { log } from "./platform/log";
import { type Desk, setDesk } from "./platform/tools";
import { keepClocks } from "./route";
import { jobNames, startWorkers } from "./runner";

/** Jobs of one name at a time: the embedded database has one connection and gains nothing from more. */
const CONCURRENCY = { embedded: 2, postgres: 4 } as const;

/** The embedded database has no autovacuum; without it full-text search gets ten times slower. */
const VACUUM_MS = 3_600_000;
/** After the start, when the demo is in and the first pages are served. */
const FIRST_VACUUM_MS = 30_000;

/** Seconds that running jobs get to finish when the desk stops. */
const STOP_SECONDS = 10;

/** Serialises the first fill of two processes that start at once on one server. */
const FILL_LOCK = 771_002;

const slot = globalThis as typeof globalThis & {
  deskhandBoot?: Promise<Desk> | undefined;
  deskhandStop?: (() => Promise<void>) | undefined;
};

/** `web` serves pages, and works unless WORKERS=off; `worker` only works. */
export type Role = "web" | "worker";

/** Puts the desk together, once for each process, however often it is called. */
export function boot(role: Role): Promise<Desk> {
  slot.deskhandBoot ??= putTogether(role);
  return slot.deskhandBoot;
}

/** The same; when it can't be done, one sentence on the terminal and the end of the process. */
export async function bootOrExit(role: Role): Promise<void> {
  try {
    await boot(role);
  } catch (error) {
    log.debug({ err: error }, "start failed");
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function putTogether(role: Role): Promise<Desk> {
  const settings = env();
  const database = await openDatabase({
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
  });
  try {
    const runner = await openJobs(database, jobNames);
    const tools = { db: database.db, jobs: runner, env: settings, now: () => new Date() };
    const desk = { tools, database, runner, build: await buildId() };
    const ctx: Context = { ...tools, actor: { type: "system", name: "start" } };
    const passwords = await transaction(ctx, (tx) => fillNew(tx, role));
    if (role === "web") {
      await writeCliSettings(ctx);
      await welcome(ctx, passwords);
    }
    await runner.send(database.db, backfillArticles.name, {});
    // The demo's tickets come without the events that clocks follow.
    if (passwords) await runner.send(database.db, keepClocks.name, {});
    if (role === "worker" || settings.WORKERS) {
      await startWorkers(runner, tools, CONCURRENCY[database.kind]);
    }
    const door = role === "worker" ? settings.WORKER_PORT : undefined;
    const closeDoor = door ? await openDoor(settings.HOST, door) : undefined;
    const stopTidying = database.kind === "embedded" ? keepTidy(database.db) : undefined;
    slot.deskhandStop = async () => {
      stopTidying?.();
      await closeDoor?.();
      await runner.stop(STOP_SECONDS);
      await database.close();
    };
    setDesk(Promise.resolve(desk));
    return desk;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

/**
 * Fills a database that holds nothing. The demo comes with a web process only: it prints the
 * passwords for people to see.
 *
 * @returns the demo people's passwords, if they were made now
 */
async function fillNew(ctx: Context, role: Role) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${FILL_LOCK}::int)`);
  if (await untouched(ctx.db)) await seedDefaults(ctx.db, ctx.now());
  if (role === "worker" || !ctx.env.DEMO) return null;
  return fillDemo(ctx, (words) => process.stdout.write(words));
}

/** True until the defaults are in. Later an admin may delete any of them, but not all teams. */
async function untouched(db: Db): Promise<boolean> {
  const [row] = await rowsOf<{ any: boolean }>(db, sql`select exists (select from teams) as any`);
  return !row?.any;
}

function keepTidy(db: Db): () => void {
  const vacuum = () =>
    void db.execute(sql`vacuum (analyze)`).catch((err) => log.warn({ err }, "vacuum"));
  const first = setTimeout(vacuum, FIRST_VACUUM_MS).unref();
  const timer = setInterval(vacuum, VACUUM_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
