/** `npm run screenshots`: the picture in the README, of a fresh demo desk. */
import { mkdirSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { type Desk, startDesk } from "../e2e/desk";
import { browser as findOrInstall } from "./find-browser.mjs";

const FILE = "docs/screenshot.png";

async function main(): Promise<void> {
  const executablePath = await findOrInstall();
  const desk = await startDesk({ demo: true });
  try {
    const browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    const page = await browser.newPage({
      baseURL: desk.url,
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
    });
    await take(page, desk);
    await browser.close();
  } finally {
    await desk.stop();
  }
  process.stdout.write(`Wrote ${FILE}\n`);
}

async function take(page: Page, desk: Desk): Promise<void> {
  const person = desk.people.find(({ role }) => role === "reviewer");
  if (!person) throw new Error("the desk printed no reviewer");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/queue\//);

  await page.goto("/queue/held");
  await page.getByRole("listitem").getByRole("link").first().waitFor();
  await page.getByRole("region", { name: "Held" }).getByRole("link").first().click();
  await page.waitForURL(/\/queue\/held\/t_/);
  await page.getByRole("region", { name: "Drafted reply" }).waitFor();
  await page.getByRole("region", { name: "Customer and ticket" }).waitFor();
  mkdirSync("docs", { recursive: true });
  await page.screenshot({ path: FILE });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
