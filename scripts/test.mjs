/**
 * `npm test`: everything, from whatever state the clone is in. Installs packages and a browser
 * where they are missing; checks; unit and database tests; faults; build; end-to-end tests. Goes on after
 * a failure. Whatever was skipped or has failed is named at the end, before how many there were.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import {
  broken,
  firstLine,
  playwrightReport,
  reportOf,
  summaryOf,
  total,
} from "./test-reports.mjs";

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);
const REPORTS = path.join(root, "test-results");

await installPackages();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const stages = [];
await stage("Check", checks);
await stage("Unit and database tests", vitest);
// Faults wait most of their time, a build never.
await Promise.all([stage("Faults", faults), stage("Build", build)]);
await stage("End-to-end tests", endToEnd);
console.log(`\n${stages.map(({ title, seconds }) => `${title} ${seconds} s`).join(", ")}\n`);
const all = total(stages);
for (const line of summaryOf(all)) console.log(line);
process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0;

async function stage(title, run) {
  console.log(`\n── ${title}`);
  const began = Date.now();
  const result = await run();
  stages.push({ title, result, seconds: Math.round((Date.now() - began) / 1000) });
}

async function checks() {
  const { check } = await import("../checks/run.mjs");
  const done = await check();
  const failures = done
    .filter(({ passed }) => !passed)
    .map(({ name, said }) => ({ name, error: firstLine(said) }));
  const { length: failed } = failures;
  return { passed: done.length - failed, failed, skipped: [], failures };
}

async function vitest() {
  const file = path.join(REPORTS, "vitest.json");
  const code = await node(
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=minimal",
      "--reporter=./scripts/vitest-report.mjs",
    ],
    { VITEST_REPORT: file },
  );
  const result = reportOf("vitest", file, code);
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
  const code = await node(args, { LOG_LEVEL: "silent" }, { apart: true });
  return reportOf("faults on a Postgres of its own", file, code);
}

async function build() {
  // The same build that `npm start` makes; in a process of its own, because a failed one exits.
  const code = await node(["scripts/build.mjs"]);
  return code === 0
    ? { passed: 1, failed: 0, skipped: [], failures: [] }
    : broken("the build", `it ended with code ${code}; the reason stands above`);
}

async function endToEnd() {
  if (stages.some(({ title, result }) => title === "Build" && result.failed > 0)) {
    const skipped = [{ name: "end-to-end tests", why: "no build" }];
    return { passed: 0, failed: 0, skipped, failures: [] };
  }
  const { browser } = await import("./find-browser.mjs");
  try {
    process.env.CHROMIUM_PATH = await browser();
  } catch (error) {
    console.error(error.message);
    return broken("a browser for them", error.message);
  }
  const file = path.join(REPORTS, "playwright.json");
  const code = await node(["node_modules/@playwright/test/cli.js", "test"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return reportOf("playwright", file, code, playwrightReport);
}

/**
 * Runs one of the tools with its output on this terminal.
 *
 * @param options.apart its output is shown when it ends, as another tool writes meanwhile
 * @returns its exit code
 */
function node(args, env = {}, { apart = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: apart ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env },
    });
    let said = "";
    const hear = (chunk) => {
      said += chunk;
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("close", (code) => {
      if (apart) console.log(`\n${said.trim()}`);
      resolve(code ?? 1);
    });
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
