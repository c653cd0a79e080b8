/**
 * `npm run check`: format and lint, types, unused code, import rules. All run at once; each that
 * fails shows what it said. With `--only=types` (or several, by comma) just those.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(import.meta.dirname, "..");
const bin = (...parts) => path.join(root, "node_modules", ...parts);

const CHECKS = {
  format: [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings"],
  types: [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."],
  unused: [bin("knip", "bin", "knip.js"), "--no-progress", "--treat-config-hints-as-errors"],
  rules: ["--import", "tsx", path.join(root, "checks", "cli.ts")],
};

/** @returns one line for each check: its name, whether it passed, how long it took, what it said */
export async function check(names = Object.keys(CHECKS)) {
  return Promise.all(names.map((name) => runOne(name, CHECKS[name])));
}

function runOne(name, args) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("close", (code) => {
      const seconds = (Date.now() - started) / 1000;
      console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
      if (code !== 0) console.log(said.trim());
      resolve({ name, passed: code === 0, said });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(bin("typescript"))) {
    console.error("The packages are missing. Run npm ci first.");
    process.exit(1);
  }
  const only = process.argv.find((word) => word.startsWith("--only="))?.slice(7);
  const results = await check(only?.split(","));
  process.exitCode = results.every((result) => result.passed) ? 0 : 1;
}
