import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { openDatabase } from "@/db/open";
import { copyDesk, ensureDesk, onServer, SECRET, type Size, server } from "../desks/build";
import { type Arranged, arrange } from "./arrange";

/** A running desk on a copy of a generated one. */
export type WorkspaceDesk = Served & {
  size: Size;
  database: string;
  /** A pool of connections as the desk itself opens it. */
  db: Database["db"];
  arranged: Arranged;
};

/** A server of its own process. */
export type Served = {
  url: string;
  pid: number;
  /** The last that it has said. */
  said: () => string;
  stop: () => Promise<void>;
};

/** A first start builds. */
const START_SECONDS = 900;
const STOP_MS = 15_000;
/** Characters of what a server says that are shown when something fails. */
const SAID = 3_000;

/** @throws {Error} that says what is missing */
export async function needPostgres(): Promise<void> {
  await onServer("postgres", (sql) => sql`select 1`).catch((cause: unknown) => {
    throw new Error(
      `No Postgres answers at ${server()}. This bench makes desks of up to a million tickets on one: start it, or name another in TEST_DATABASE_SERVER (a user who may create databases).`,
      { cause },
    );
  });
}

export async function openWorkspaceDesk(
  size: Size,
  tell: (words: string) => void,
): Promise<WorkspaceDesk> {
  const template = await ensureDesk(size, tell);
  const name = `deskhand_bench_workspace_${process.pid}_${size}`;
  const undo: (() => Promise<unknown>)[] = [
    () => onServer("postgres", (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  ];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    tell(`${size}: copying the desk`);
    await copyDesk(template, name);
    const arranged = await onServer(name, arrange);
    tell(`${size}: arranged; starting (builds first where the sources have changed)`);
    const database = await openDatabase({ databaseUrl: `${server()}/${name}`, dataDir: "" });
    undo.push(() => database.close());
    const served = await serveDesk(`${server()}/${name}`);
    undo.push(served.stop);
    return { ...served, size, database: name, db: database.db, arranged, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The desk as `npm start` serves it, without workers: nothing else happens meanwhile. */
async function serveDesk(databaseUrl: string): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-bench-"));
  const served = await serve(["scripts/start.mjs"], {
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: SECRET,
    PUBLIC_URL: "",
    DEMO: "off",
    WORKERS: "off",
    LOG_LEVEL: "error",
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const stop = async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...served, stop };
}

/** Runs a script that serves on HOST and PORT, and waits until it is ready. */
export async function serve(args: string[], settings: Record<string, string>): Promise<Served> {
  const port = await freePort();
  const env = { ...process.env, ...settings, HOST: "127.0.0.1", PORT: String(port) };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  const said = () => words;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      words = `${words}${chunk.toString()}`.slice(-SAID);
    });
  }
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, url);
    return { url, pid: child.pid ?? 0, said, stop: () => stopChild(child) };
  } catch (error) {
    await stopChild(child);
    throw new Error(`${error instanceof Error ? error.message : error}\n${said()}`);
  }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const end = Date.now() + START_SECONDS * 1000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error("A server has stopped while it started.");
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
  throw new Error("A server was not ready in time.");
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
