import { statfs } from "node:fs/promises";
import type { Env } from "./env";
import { diskFullAt } from "./errors";

/** A write that failed for want of room speaks for so long, milliseconds. */
const RECENT_MS = 60_000;

/** The embedded database needs some room for its log besides what it stores, bytes. */
const LEAST_BYTES = 32 * 1024 * 1024;

/** True when the database has no room to write: it said so lately, or its folder is nearly full. */
export async function diskFull(env: Pick<Env, "DATABASE_URL" | "DATA_DIR">): Promise<boolean> {
  if (Date.now() - diskFullAt() < RECENT_MS) return true;
  if (env.DATABASE_URL) return false; // its disk is another machine's
  const disk = await statfs(env.DATA_DIR).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < LEAST_BYTES;
}
