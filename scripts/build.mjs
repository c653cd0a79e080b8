import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { sourcesHash } from "./sources.mjs";
import { fail, step } from "./terminal.mjs";

const LIVE = ".next";
const NEW = ".next-new";
const OLD = ".next-old";
const STAMP = "deskhand-sources";

/** True when the sources differ from those of the build that is there. */
export function buildNeeded(root) {
  finishSwap(root);
  return stampOf(root, LIVE) !== sourcesHash(root);
}

/**
 * Builds beside the old build and puts the new one in its place when it is whole. A build that
 * fails leaves the old one as it was.
 */
export async function build(root) {
  const sources = sourcesHash(root);
  rmSync(path.join(root, NEW), { recursive: true, force: true });
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: NEW };
  try {
    await step("Building", () =>
      run(process.execPath, [next, "build"], {
        cwd: root,
        env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
      }),
    );
  } catch (error) {
    rmSync(path.join(root, NEW), { recursive: true, force: true });
    const rest = existsSync(path.join(root, LIVE)) ? " The build of before is untouched." : "";
    fail(
      `${error.output ?? error.message}\n\nThe build failed (${error.message}), see above.${rest} Correct it, then run npm start again.`,
    );
  }
  writeFileSync(path.join(root, NEW, STAMP), sources);
  swap(root);
}

function swap(root) {
  const [live, fresh, old] = [LIVE, NEW, OLD].map((name) => path.join(root, name));
  rmSync(old, { recursive: true, force: true });
  if (existsSync(live)) renameSync(live, old);
  renameSync(fresh, live);
  rmSync(old, { recursive: true, force: true });
  pointTypesAtLive(root);
}

/** A process killed between the two renames leaves a whole new build and no live one. */
function finishSwap(root) {
  if (!existsSync(path.join(root, LIVE)) && stampOf(root, NEW)) swap(root);
}

/** Next names the folder it built into; type checks must find it under its final name. */
function pointTypesAtLive(root) {
  const file = path.join(root, "next-env.d.ts");
  if (!existsSync(file)) return;
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(`./${NEW}/`, `./${LIVE}/`));
}

function stampOf(root, folder) {
  const file = path.join(root, folder, STAMP);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(path.resolve(import.meta.dirname, ".."));
}
