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
  workers: 1, // one desk at a time, which the tests of a project share
  forbidOnly: true,
  timeout: 60_000, // ms
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [
        "--disable-dev-shm-usage",
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
