import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import lockfile from "proper-lockfile";

const STALE_MS = 10_000;

/**
 * Takes the folder for this process; two on one PGlite folder corrupt it in silence.
 * Right straight after kill -9: a lock whose process is gone is taken over at once.
 *
 * @returns gives the folder back
 * @throws {Error} naming the folder when another living process holds it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const pidFile = path.join(folder, "..", "server.pid");
  const options = { stale: STALE_MS, update: STALE_MS / 3, lockfilePath: `${folder}.lock` };
  let release: () => Promise<void>;
  try {
    release = await lockfile.lock(folder, options);
  } catch (error) {
    if (!isLocked(error)) {
      throw new Error(`The data folder ${folder} can't be written. Set DATA_DIR to one that can.`, {
        cause: error,
      });
    }
    if (await holderLives(pidFile)) {
      throw new Error(
        `Another Deskhand is using the data folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
        { cause: error },
      );
    }
    await lockfile.unlock(folder, { lockfilePath: options.lockfilePath }).catch(() => undefined);
    const { rm } = await import("node:fs/promises");
    await rm(options.lockfilePath, { recursive: true, force: true });
    release = await lockfile.lock(folder, options);
  }
  await writeFile(pidFile, String(process.pid));
  return release;
}

const isLocked = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ELOCKED";

async function holderLives(pidFile: string): Promise<boolean> {
  const pid = Number(await readFile(pidFile, "utf8").catch(() => "0"));
  if (!Number.isInteger(pid) || pid <= 0) return true; // between lock and pid file: somebody lives
  if (pid === process.pid) return false; // a container restarts with the same number
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
