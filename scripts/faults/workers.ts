import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const READY = /^Working\./m;
/** A worker that could not start, for the database was away, is started again after this pause. */
const AGAIN_MS = 500;

type Worker = { child: ChildProcess; ready: boolean; doomed: boolean };

const children = new Set<ChildProcess>();

/** Ends every worker process at once, for when the test itself breaks off. */
export function killWorkers(): void {
  for (const child of children) child.kill("SIGKILL");
}

export type Workers = ReturnType<typeof startWorkers>;

/**
 * Keeps `count` real worker processes running, as a supervisor of a server would.
 *
 * @param folder where what they say is kept
 */
export function startWorkers(count: number, env: Record<string, string>, folder: string) {
  const running = new Set<Worker>();
  /** Workers that ended by themselves after they were ready: none should. */
  const crashes: string[] = [];
  let stopping = false;
  let started = 0;
  mkdirSync(folder, { recursive: true });

  const start = () => {
    if (stopping) return;
    // Not by way of npm or tsx's own command: the process that is killed must be the worker itself.
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = createWriteStream(path.join(folder, `worker-${++started}.log`));
    const worker: Worker = { child, ready: false, doomed: false };
    running.add(worker);
    children.add(child);
    child.stderr.pipe(said);
    child.stdout.pipe(said);
    child.stdout.on("data", (chunk: Buffer) => {
      if (READY.test(chunk.toString())) worker.ready = true;
    });
    child.on("exit", (code, signal) => {
      running.delete(worker);
      children.delete(child);
      if (stopping) return;
      if (worker.ready && !worker.doomed) {
        crashes.push(`worker ${child.pid} ended by itself (${signal ?? code})`);
      }
      setTimeout(start, worker.doomed ? 0 : AGAIN_MS);
    });
  };
  for (let n = 0; n < count; n++) start();

  return {
    crashes,
    started: () => started,
    ready: () => [...running].filter((worker) => worker.ready).length,
    /** kill -9 of one that works. @returns false when none is up */
    kill(at: number): boolean {
      const up = [...running].filter((worker) => worker.ready && !worker.doomed);
      const victim = up[Math.floor(at * up.length)];
      if (!victim) return false;
      victim.doomed = true;
      return victim.child.kill("SIGKILL");
    },
    async stop(): Promise<void> {
      stopping = true;
      await Promise.all(
        [...running].map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, "exit");
          child.kill("SIGTERM");
          const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
          await ended;
          clearTimeout(late);
        }),
      );
    },
  };
}
