import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Names under which systems install a browser that Playwright's chromium driver can drive. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Downloads fail where there is no CDN; then waiting longer does not help. */
const DOWNLOAD_MS = 120_000;
const APT_MS = 300_000;

/** The browser for tests, without installing anything; null when there is none. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, where there is no file.`);
  }
  return onPath() ?? MAC.find((file) => existsSync(file)) ?? null;
}

/**
 * Finds a browser, or installs one: Playwright's own, else Debian's as root.
 *
 * @returns its path
 * @throws {Error} that says what to install
 */
export async function browser() {
  const there = findBrowser() ?? (await playwrights());
  if (there) return there;
  const playwright = path.resolve("node_modules/@playwright/test/cli.js");
  say("No Chromium found; asking Playwright for one.");
  run(process.execPath, [playwright, "install", "chromium"], DOWNLOAD_MS);
  const downloaded = await playwrights();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && run("apt-get", ["--version"], 5_000)) {
    say("Playwright could not download it; installing Debian's package.");
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    if (!run("apt-get", install, APT_MS)) {
      run("apt-get", ["update"], APT_MS);
      run("apt-get", install, APT_MS);
    }
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    "The end-to-end tests need Chromium, and it could not be installed. Install it (Debian: apt-get install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH to a Chrome that is there.",
  );
}

function onPath() {
  for (const name of NAMES) {
    try {
      const found = execFileSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
      if (found.trim()) return found.trim();
    } catch {
      // not this name
    }
  }
  return null;
}

/** The browser that Playwright has downloaded before. */
async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
}

function run(command, args, timeout) {
  const options = { timeout, stdio: ["ignore", "ignore", "ignore"] };
  return spawnSync(command, args, options).status === 0;
}

const say = (words) => process.stdout.write(`${words}\n`);
