import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

export type Kind = "embedded" | "postgres";

/** A desk of its own, in a folder or database that goes away with it. */
export type Desk = {
  url: string;
  connection: string;
  secret: string;
  pid: number;
  /** Name of its database on Postgres. */
  database: string | null;
  stop: () => Promise<void>;
};

const START_SECONDS = 240; // a first start builds

const server = (): string =>
  process.env.TEST_DATABASE_SERVER ?? "postgres://postgres@127.0.0.1:5432";

async function admin(statement: string): Promise<void> {
  const sql = postgres(`${server()}/postgres`, { max: 1, onnotice: () => undefined });
  await sql.unsafe(statement).finally(() => sql.end());
}

/** An empty database on the server, and how to drop it. */
export async function makeDatabase() {
  const name = `deskhand_bench_${process.pid}_${Date.now().toString(36)}`;
  await admin(`create database ${name}`);
  return {
    name,
    url: `${server()}/${name}`,
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}

/** Starts a desk as `npm start` does, and waits until it is ready. */
export async function startDesk(
  kind: Kind,
  port: number,
  settings: Record<string, string>,
): Promise<Desk> {
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-bench-"));
  const database = kind === "postgres" ? await makeDatabase() : null;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: "",
      DATA_DIR: folder,
      DATABASE_URL: database?.url ?? "",
      NEXTAUTH_SECRET: "only for a bench, not a secret of anything",
      LOG_LEVEL: "warn",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  }
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await stopChild(child);
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, url);
    const access = JSON.parse(readFileSync(path.join(folder, "ingest.json"), "utf8"));
    return {
      url,
      connection: access.connectionId,
      secret: access.secret,
      pid: child.pid ?? 0,
      database: database?.name ?? null,
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${said.join("")}`);
  }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const end = Date.now() + START_SECONDS * 1000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error("The desk has stopped while it started.");
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
  throw new Error("The desk was not ready in time.");
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(late);
}
