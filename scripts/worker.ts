/**
 * `npm run worker`: a process that only works off jobs, beside any number of web processes that
 * run with WORKERS=off. On Postgres only.
 */
import path from "node:path";
import { isLostRollback } from "@/lib/platform/driver-fault";
import { ensureSecret, loadDotEnv } from "./settings.mjs";

async function main(): Promise<void> {
  loadDotEnv(path.resolve(import.meta.dirname, ".."));
  if (!process.env.DATABASE_URL) {
    throw new Error(
      "npm run worker needs Postgres: the embedded database belongs to one process, which works by itself. Set DATABASE_URL, or just run npm start.",
    );
  }
  ensureSecret();
  const { boot } = await import("@/lib/boot"); // reads the settings, so not before they are there
  await boot("worker");
  process.stdout.write("Working. Stop with Ctrl-C.\n");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
}

let stopping = false;

/** npm and tsx pass on a Ctrl-C that the terminal has sent as well: only the first counts. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  process.stdout.write("\nStopping…");
  await (globalThis as { deskhandStop?: () => Promise<void> }).deskhandStop?.();
  process.stdout.write(" stopped.\n");
  process.exit(0);
}

/** A restart of the database must not end the worker: its jobs are tried again. */
process.on("uncaughtException", (error) => {
  if (isLostRollback(error)) return;
  process.stderr.write(`\n${error.stack ?? error.message}\n`);
  process.exit(1);
});

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
