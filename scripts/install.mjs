import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { fail, step } from "./terminal.mjs";

/**
 * Installs the packages of package-lock.json, unless exactly these are there already.
 * The stamp is written last, so an install that was cut short is done again.
 */
export async function install(root) {
  const lock = path.join(root, "package-lock.json");
  const stamp = path.join(root, "node_modules", ".deskhand-lock");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : null;
  if (installed === wanted) return;
  if (installed !== null || !installedByHand(root, lock)) {
    try {
      await step("Installing packages", () => npm(root, "ci", "--no-audit", "--no-fund"));
    } catch (error) {
      fail(
        `${error.output ?? ""}\n\nThe packages could not be installed (npm ci, ${error.message}). Is the network up, and is this folder writable? Then run npm start again.`,
      );
    }
  }
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // A folder that can't be written starts all the same; only the check is repeated next time.
  }
}

/** True when somebody ran `npm ci` after the lock was last changed: npm writes its own record last. */
function installedByHand(root, lock) {
  const record = path.join(root, "node_modules", ".package-lock.json");
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lock).mtimeMs;
}

function npm(cwd, ...args) {
  const script = process.env.npm_execpath; // set when started by `npm start`
  if (script?.endsWith(".js")) return run(process.execPath, [script, ...args], { cwd });
  return run("npm", args, { cwd, shell: process.platform === "win32" });
}
