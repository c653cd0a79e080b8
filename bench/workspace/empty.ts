import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { type Served, serve } from "./desk";

const SOURCES = path.join(import.meta.dirname, "empty-app");

/**
 * Builds and serves the empty page, as the desk is served. It is built from a copy inside the
 * repository, since the packages are found from there.
 */
export async function serveEmpty(say: (words: string) => void): Promise<Served> {
  const folder = path.resolve(".tmp", `empty-app-${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(SOURCES, folder, { recursive: true });
    say("building the empty page");
    const next = path.resolve("node_modules/next/dist/bin/next");
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const built = spawnSync(process.execPath, [next, "build", folder], { env, encoding: "utf8" });
    if (built.status !== 0) {
      throw new Error(`The empty page could not be built.\n${built.stdout}${built.stderr}`);
    }
    const served = await serve([path.join(import.meta.dirname, "serve-empty.mjs"), folder], {});
    const stop = async () => {
      await served.stop();
      remove();
    };
    return { ...served, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
