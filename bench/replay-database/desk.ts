import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { Database } from "@/db/client";
import { seedDefaults } from "@/db/defaults";
import { openDatabase } from "@/db/open";
import { connections } from "@/db/schema/channel";
import { people, sessions } from "@/db/schema/person";
import type { Context, Tools } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { openJobs, type Runner } from "@/lib/platform/jobs";
import { seal } from "@/lib/platform/secrets";
import { jobNames } from "@/lib/runner";

const SECRET = "only for a desk that is replayed, a secret of nothing";
const YEAR = 365 * 86_400_000; // ms

/** A desk of its own, empty but for what every desk begins with, with a clock that people set. */
export type ReplayDesk = {
  tools: Tools;
  database: Database;
  /** The system that sends questions, as `ingest` sees it. */
  sender: Context;
  /** Whoever answers. */
  person: Context;
  /** Moves the desk's time ahead, milliseconds. */
  advance: (ms: number) => void;
  /** Closes the desk and removes everything of it. */
  drop: () => Promise<void>;
};

/** @param server URL of a Postgres server to make a database on; undefined: the embedded one */
export async function openReplayDesk(server: string | undefined): Promise<ReplayDesk> {
  const place = server ? await ownDatabase(server) : ownFolder();
  let database: Database | undefined;
  let runner: Runner | undefined;
  const drop = async () => {
    await runner?.stop(1);
    await database?.close();
    await place.remove();
  };
  try {
    database = await openDatabase(place);
    runner = await openJobs(database, jobNames);
    return await furnish(database, runner, drop);
  } catch (error) {
    await drop();
    throw error;
  }
}

async function furnish(
  database: Database,
  runner: Runner,
  drop: () => Promise<void>,
): Promise<ReplayDesk> {
  const clock = { aheadMs: 0 };
  const env = parseEnv({ NODE_ENV: "production", NEXTAUTH_SECRET: SECRET, LOG_LEVEL: "error" });
  const now = () => new Date(Date.now() + clock.aheadMs);
  const tools: Tools = { db: database.db, jobs: runner, env, now };
  await seedDefaults(tools.db, now());
  const [connectionId, personId, sessionId] = [newId(), newId(), newId()];
  await tools.db.insert(connections).values({
    id: connectionId,
    name: "Replay",
    source: "replay",
    secretSealed: seal(SECRET, "whsec_nobody_signs_here"),
  });
  const email = "person@replay.example";
  await tools.db.insert(people).values({ id: personId, name: "Person", email, role: "admin" });
  await tools.db
    .insert(sessions)
    .values({ id: sessionId, personId, expiresAt: new Date(now().getTime() + YEAR) });
  return {
    tools,
    database,
    sender: { ...tools, actor: { type: "connection", connectionId, scopes: ["ingest"] } },
    person: { ...tools, actor: { type: "person", personId, role: "admin", sessionId } },
    advance(ms) {
      clock.aheadMs += ms;
    },
    drop,
  };
}

type Place = { dataDir: string; databaseUrl?: string; remove: () => Promise<void> };

function ownFolder(): Place {
  const dataDir = mkdtempSync(path.join(tmpdir(), "deskhand-replay-"));
  return { dataDir, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function ownDatabase(server: string): Promise<Place> {
  const name = `deskhand_replay_${process.pid}`;
  const onServer = async (statement: string) => {
    const sql = postgres(server, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    dataDir: "",
    databaseUrl: url.href,
    remove: () => onServer(`drop database if exists ${name} with (force)`),
  };
}
