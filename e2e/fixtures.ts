import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { asAdmin, databaseUrl, PREFIX, testServer } from "../db/testing/server";
import { type Desk, startDesk } from "./desk";

export { expect };

export type DeskOptions = {
  database: "embedded" | "postgres";
  /** Why there is no Postgres; null when there is one. */
  unreachable: string | null;
};

type Role = "agent" | "reviewer" | "admin";

type Fixtures = {
  /** A new browser, signed in as the `nth` (from 0) demo person of a role, and on no page yet. */
  signedIn: (role: Role, nth?: number) => Promise<Page>;
  /** Words and addresses that no other test uses. */
  unique: (word: string) => string;
};

/** Sessions of the desk's people, by address: the form is tried once for each, and in its own spec. */
const sessions = new Map<string, ReturnType<BrowserContext["cookies"]>>();

/** One desk with demo data for all tests of a project. */
export const test = base.extend<Fixtures, DeskOptions & { desk: Desk }>({
  database: ["embedded", { option: true, scope: "worker" }],
  unreachable: [null, { option: true, scope: "worker" }],
  desk: [
    async ({ database, unreachable, browser }, use) => {
      test.skip(database === "postgres" && unreachable !== null, `no Postgres: ${unreachable}`);
      const place = database === "postgres" ? await freshDatabase() : null;
      const desk = await startDesk({ demo: true, ...(place && { databaseUrl: place.url }) });
      sessions.clear();
      const page = await browser.newPage({ baseURL: desk.url });
      await signIn(page, personOf(desk, "admin"));
      await setUndo(page, 0); // replies leave at once, but where a test is about taking them back
      await page.close();
      await use(desk);
      await desk.stop();
      await place?.drop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ desk }, use) => use(desk.url),
  signedIn: async ({ browser, contextOptions, desk }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, nth = 0) => {
      const person = personOf(desk, role, nth);
      const kept = sessions.get(person.email);
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: desk.url,
        ...(kept && { storageState: { cookies: await kept, origins: [] } }),
      });
      contexts.push(context);
      const page = await context.newPage();
      waitUntilAlive(page);
      if (kept && (await isSignedIn(context))) return page;
      await signIn(page, person); // for the first time, or a test has ended the session
      sessions.set(person.email, context.cookies());
      return page;
    });
    for (const context of contexts) await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  unique: async ({}, use, info) => {
    let count = 0;
    await use(
      (word) => `${word}-${info.project.name}-${info.workerIndex}-${Date.now()}-${count++}`,
    );
  },
});

function personOf(desk: Desk, role: Role, nth = 0) {
  const person = desk.people.filter((one) => one.role === role)[nth];
  if (!person) throw new Error(`the desk printed no password of ${role} ${nth}`);
  return person;
}

/**
 * Makes `goto` and `reload` end once React has taken over every button: before that a page
 * is seen, and hears no key. A test is faster than people.
 */
function waitUntilAlive(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const alive = async <T>(loaded: Promise<T>) => {
    const response = await loaded;
    await page.waitForFunction(() =>
      [...document.querySelectorAll("main button")].every((element) =>
        Object.keys(element).some((key) => key.startsWith("__reactProps")),
      ),
    );
    return response;
  };
  page.goto = (...args) => alive(goto(...args));
  page.reload = (...args) => alive(reload(...args));
}

/**
 * Presses a key and waits for what it opens. Pressed again only after a long while in which nothing
 * has come: a second press closes what the first has opened, or is typed into it.
 */
export async function opens(page: Page, key: string, what: Locator): Promise<void> {
  await expect(async () => {
    if (!(await what.isVisible())) await page.keyboard.press(key);
    await expect(what).toBeVisible({ timeout: 10_000 });
  }).toPass();
}

/** Without a browser's work: the test goes to another page at once. */
async function isSignedIn(context: BrowserContext): Promise<boolean> {
  // Asked again where the desk was just closing the connection that nobody had used for a while.
  return (await context.request.get("/api/queues/counts", { maxRetries: 2 })).ok();
}

/** Sets how long a person's reply waits, as an admin does: on the page of an admin. */
export async function setUndo(page: Page, seconds: number): Promise<void> {
  await page.goto("/settings");
  const form = page.getByRole("form", { name: "Undo after sending" });
  await form.getByLabel("Time to undo").fill(String(seconds));
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
  // A reload while it is being saved would break that off.
  await expect(form.getByRole("button", { name: "Save" })).not.toHaveAttribute("aria-busy");
  await page.reload();
  await expect(form.getByLabel("Time to undo")).toHaveValue(String(seconds));
}

/** Through the form, as people do. */
export async function signIn(page: Page, person: { email: string; password: string }) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/queue\//);
}

async function freshDatabase() {
  const name = `${PREFIX}${Math.floor(Date.now() / 1000)}_e2e_${process.pid}`;
  await asAdmin(testServer(), (sql) => sql.unsafe(`create database ${name}`));
  return {
    url: databaseUrl(testServer(), name),
    drop: async () => {
      await asAdmin(testServer(), (sql) =>
        sql.unsafe(`drop database if exists ${name} with (force)`),
      );
    },
  };
}
