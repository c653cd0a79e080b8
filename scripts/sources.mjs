import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Everything that `next build` reads. Tests and scripts change nothing in it. */
const FOLDERS = ["app", "components", "db", "lib", "public", "drizzle"];
const FILES = [
  "instrumentation.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
];
const NOT_BUILT = /\.test\.tsx?$|(^|\/)testing\//;

/** A hash of the sources: the same text, the same hash, whatever the clock says. */
export function sourcesHash(root) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  const names = [...FOLDERS.flatMap((folder) => walk(root, folder)), ...FILES].sort();
  for (const name of names) {
    const file = path.join(root, name);
    if (NOT_BUILT.test(name) || !existsSync(file)) continue;
    hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function walk(root, folder) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll(path.sep, "/")}`)
    .filter((name) => statSync(path.join(root, name)).isFile());
}
