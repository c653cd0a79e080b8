import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * What `next build` named the build that this process runs. Read once at the start: an update puts
 * the next one in its place while this one still serves.
 */
export async function buildId(): Promise<string> {
  const file = path.join(process.cwd(), ".next", "BUILD_ID");
  return (await readFile(file, "utf8").catch(() => "development")).trim();
}
