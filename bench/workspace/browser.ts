import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { browser as findOrInstall } from "../../scripts/find-browser.mjs";
import type { WorkspaceDesk } from "./desk";

/** What a browser keeps of a sign-in. */
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A browser that has signed in once, through the form. */
export type SignedIn = {
  browser: Browser;
  /** As the header of a request. */
  cookie: string;
  /** A window of its own with an empty cache, signed in. */
  open: () => Promise<Page>;
  stop: () => Promise<void>;
};

export async function signInTo({ url, arranged }: WorkspaceDesk): Promise<SignedIn> {
  const browser = await chromium.launch({
    executablePath: await findOrInstall(),
    // The bench ends it itself, when everything else that it made goes.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      "--disable-dev-shm-usage",
      // Chromium refuses its sandbox to root, and to root only.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  try {
    const open = async (storageState?: Session) => {
      const context = await browser.newContext({
        baseURL: url,
        locale: "en-GB",
        timezoneId: "Europe/Berlin",
        viewport: { width: 1440, height: 900 },
        ...(storageState && { storageState }),
      });
      // Functions that run in a page were compiled with names kept, by a helper that it lacks.
      await context.addInitScript("globalThis.__name = (it) => it");
      return context.newPage();
    };
    const page = await open();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(arranged.email);
    await page.getByLabel("Password").fill(arranged.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/queue\//);
    const session = await page.context().storageState();
    await page.context().close();
    return {
      browser,
      cookie: session.cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      open: () => open(session),
      stop: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The list has rows, and the page has been woken. */
export async function openList(page: Page, queue: string): Promise<void> {
  await page.goto(`/queue/${queue}`);
  await page.locator(`main a[href*="/queue/${queue}/t_"]`).first().waitFor();
  await page.waitForTimeout(1_500);
}

/** Opens the first ticket of the list. */
export async function openFirst(page: Page, queue: string): Promise<void> {
  await openList(page, queue);
  await page.locator(`main a[href*="/queue/${queue}/t_"]`).first().click();
  await page.getByRole("article", { name: /^Ticket \d+/ }).waitFor();
  await page.waitForTimeout(1_000);
}
