/**
 * `npm test`: everything, from whatever state the clone is in. Installs packages and a browser
 * where they are missing; checks; unit and database tests; faults; build; end-to-end tests. Goes on after
 * a failure, and ends with one line: how many passed, failed and were skipped.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { playwrightReport, total, vitestReport } from "./test-reports.mjs";

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);
const REPORTS = path.join(root, "test-results");

await installPackages();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const results = [];
for (const [title, stage] of [
  ["Check", checks],
  ["Unit and database tests", vitest],
  ["Faults", faults],
  ["Build", build],
  ["End-to-end tests", endToEnd],
]) {
  console.log(`\n── ${title}`);
  results.push(await stage());
}
process.exitCode = summary(total(results));

async function checks() {
  const { check } = await import("../checks/run.mjs");
  const done = await check();
  const passed = done.filter((result) => result.passed).length;
  return { passed, failed: done.length - passed, skipped: [] };
}

async function vitest() {
  const file = path.join(REPORTS, "vitest.json");
  const code = await node([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const result = vitestReport(file, code);
  const leftOut = path.join(REPORTS, "left-out.txt"); // written by vitest.config.ts
  if (existsSync(leftOut)) {
    const why = readFileSync(leftOut, "utf8");
    result.skipped.push({ name: "database tests on Postgres", why });
  }
  return result;
}

/** The short form: `npm run test:faults` has the full one. Says by itself when it has no Postgres. */
async function faults() {
  const file = path.join(REPORTS, "faults.json");
  const args = ["--import", "tsx", "scripts/test-faults.ts", "--short", `--report=${file}`];
  await node(args, { LOG_LEVEL: "silent" });
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  return { passed: 0, failed: 1, skipped: [] };
}

async function build() {
  // The same build that `npm start` makes; in a process of its own, because a failed one exits.
  const code = await node(["scripts/build.mjs"]);
  return code === 0
    ? { passed: 1, failed: 0, skipped: [] }
    : { passed: 0, failed: 1, skipped: [], broken: true };
}

async function endToEnd() {
  if (results.at(-1).broken) {
    return { passed: 0, failed: 0, skipped: [{ name: "end-to-end tests", why: "no build" }] };
  }
  const { browser } = await import("./find-browser.mjs");
  try {
    process.env.CHROMIUM_PATH = await browser();
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: [] };
  }
  const file = path.join(REPORTS, "playwright.json");
  const code = await node(["node_modules/@playwright/test/cli.js", "test"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return playwrightReport(file, code);
}

function summary({ passed, failed, skipped }) {
  console.log("");
  for (const { name, why } of skipped) console.log(`skipped: ${name} (${why})`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** Runs one of the tools with its output on this terminal. @returns its exit code */
function node(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** `npm ci` when packages are missing, or when those of developers were left out. */
async function installPackages() {
  const { install } = await import("./install.mjs");
  await install(root);
  if (existsSync("node_modules/vitest")) return;
  console.log("Installing the packages for tests");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  await new Promise((resolve, reject) => {
    const child = npm?.endsWith(".js")
      ? spawn(process.execPath, [npm, ...args], { stdio: "inherit" })
      : spawn("npm", args, { stdio: "inherit" });
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error("npm ci failed"))));
  });
}
