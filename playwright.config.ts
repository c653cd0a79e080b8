import { defineConfig } from "@playwright/test";
import { testServer, whyUnreachable } from "./db/testing/server.ts";
import type { DeskOptions } from "./e2e/fixtures.ts";
import { findBrowser } from "./scripts/find-browser.mjs";

const browser = process.env.CHROMIUM_PATH ?? findBrowser();
const noPostgres = await whyUnreachable(testServer());

/** One promise to a user for each spec, in a real browser against a real built server. */
export default defineConfig<object, DeskOptions>({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  workers: 2, // each with a desk of its own, which the tests of a project share
  forbidOnly: true,
  timeout: 120_000, // ms; a loaded machine is several times slower than a quiet one
  expect: { timeout: 20_000 },
  reporter: [["dot"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    // Pictures and copies of the page at each step would cost as much as the browser itself. How it
    // looked when it failed is kept in any case.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [
        "--disable-dev-shm-usage",
        // Without a graphics card Chromium imitates one, which takes over a quarter of the time.
        "--disable-gpu",
        // Chromium refuses its sandbox to root, and to root only.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [
    { name: "embedded", use: { database: "embedded" } },
    // What the database has a say in, again on a server.
    {
      name: "postgres",
      use: { database: "postgres", unreachable: noPostgres },
      testMatch: ["live.spec.ts", "review.spec.ts"],
    },
  ],
});
