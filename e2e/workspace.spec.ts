import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, opens, test } from "./fixtures";

type Ask = { desk: Desk; unique: (word: string) => string };

/** A request that waits for people: nothing is answered to it by itself. */
async function ask({ desk, unique }: Ask, subject: string) {
  const { ticketId } = await desk.ingest({
    external_id: unique("mail"),
    channel: "email",
    customer_email: `${unique("noor")}@example.org`,
    customer_name: "Noor Haddad",
    subject,
    body: "Our lift has no button for the fourth floor. What can we do about it?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return ticketId;
}

async function ticket(page: Page, id: string) {
  const response = await page.request.get(`/api/tickets/${id}`);
  return (await response.json()) as {
    status: string;
    priority: string;
    assignee: { name: string } | null;
    snoozedUntil: string | null;
    messages: { text: string; public: boolean }[];
  };
}

const article = (page: Page) => page.getByRole("article", { name: /^Ticket \d+$/ });

/** Opens the first ticket of the list by keys, once the page listens to them. */
async function openFirst(page: Page, subject: string) {
  const heading = article(page).getByRole("heading", { level: 1 });
  await expect(async () => {
    // Pressed twice on a slow page, J stands on the second one.
    await page.keyboard.press((await heading.isVisible()) ? "k" : "j");
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText(subject, { timeout: 2000 });
  }).toPass();
}

test("twenty tickets are triaged by keys alone", async ({ signedIn, desk, unique }) => {
  test.setTimeout(180_000);
  const word = unique("lift");
  const ids: string[] = [];
  for (let i = 0; i < 20; i++) ids.push(await ask({ desk, unique }, `${word} ${i}`));
  const page = await signedIn("agent");
  const filter = JSON.stringify({
    match: "all",
    tests: [{ field: "subject", contains: word }],
  });
  await page.goto(`/queue/open?${new URLSearchParams({ sort: "waiting", f: filter })}`);
  const list = page.getByRole("region", { name: "All open" });
  await expect(list.getByRole("link", { name: new RegExp(`${word} 0`) })).toBeVisible();
  await openFirst(page, `${word} 0`);

  const { keyboard } = page;
  const seen: string[] = [];
  for (let i = 0; i < 20; i++) {
    await expect(article(page).getByRole("heading", { level: 1 })).toContainText(word);
    seen.push((await article(page).getByRole("heading", { level: 1 }).textContent()) ?? "");
    const name = (await article(page).getAttribute("aria-label")) ?? "";
    const what = i % 5;
    if (what === 0) await keyboard.press("i");
    if (what === 1) {
      await keyboard.press("p");
      await expect(page.getByPlaceholder("Priority…")).toBeFocused();
      await keyboard.type("urgent");
      await keyboard.press("Enter");
    }
    if (what === 2) {
      await keyboard.press("s");
      await expect(page.getByPlaceholder("Status…")).toBeFocused();
      await keyboard.type("in progress");
      await keyboard.press("Enter");
    }
    if (what === 3) {
      await keyboard.press("h");
      await expect(page.getByRole("dialog", { name: /^Snooze/ })).toBeVisible();
      await keyboard.press("Enter");
    }
    if (what === 4) await keyboard.press("e");
    await expect(page.getByRole("dialog")).toBeHidden();
    if (i === 19) break;
    await keyboard.press("j");
    await expect(article(page)).not.toHaveAccessibleName(name);
  }
  expect(new Set(seen).size).toBe(20);
  const states = await Promise.all(ids.map((id) => ticket(page, id)));
  await expect
    .poll(async () => {
      const now = await Promise.all(ids.map((id) => ticket(page, id)));
      return [
        now.filter(({ assignee }) => assignee !== null).length,
        now.filter(({ priority }) => priority === "urgent").length,
        now.filter(({ status }) => status === "in_progress").length,
        now.filter(({ snoozedUntil }) => snoozedUntil !== null).length,
        now.filter(({ status }) => status === "resolved").length,
      ];
    })
    .toEqual([4, 4, 4, 4, 4]);
  expect(states).toHaveLength(20);
});

test("a key that follows J at once is heard by the ticket that comes", async ({
  signedIn,
  desk,
  unique,
}) => {
  const word = unique("lift");
  for (let i = 0; i < 2; i++) await ask({ desk, unique }, `${word} ${i}`);
  const page = await signedIn("agent");
  const filter = JSON.stringify({ match: "all", tests: [{ field: "subject", contains: word }] });
  await page.goto(`/queue/open?${new URLSearchParams({ sort: "waiting", f: filter })}`);
  const list = page.getByRole("region", { name: "All open" });
  await expect(list.getByRole("link", { name: new RegExp(`${word} 0`) })).toBeVisible();
  await openFirst(page, `${word} 0`);
  // The second key goes down before the browser has drawn what the first one brought.
  await page.evaluate(async () => {
    const press = (key: string) =>
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    press("j");
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    press("r");
  });
  await expect(article(page).getByRole("heading", { level: 1 })).toHaveText(`${word} 1`);
  await expect(article(page).getByRole("textbox", { name: "Reply to the customer" })).toBeFocused();
});

test("what is unfolded in a long conversation leaves its button where it was pressed", async ({
  signedIn,
  desk,
  unique,
}) => {
  const lines = (mark: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${mark}Floor ${n} has a button.`).join("\n");
  const { ticketId } = await desk.ingest({
    external_id: unique("mail"),
    channel: "email",
    customer_email: `${unique("noor")}@example.org`,
    customer_name: "Noor Haddad",
    subject: unique("floors"),
    body: `${lines("", 40)}\n\nOn Monday you wrote:\n${lines("> ", 30)}`,
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("agent");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/queue/open/${ticketId}`);
  const fold = article(page).getByRole("button", { name: /quoted text$/ });
  await expect(article(page).getByRole("log")).toBeVisible();
  await fold.scrollIntoViewIfNeeded();
  const before = await fold.boundingBox();
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await expect.poll(async () => (await fold.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
});

test("back, reload and a sent address show the same", async ({ signedIn, desk, unique }) => {
  const subject = unique("kept");
  const id = await ask({ desk, unique }, subject);
  const page = await signedIn("agent");
  const home = await page.request.get("/", { maxRedirects: 0 });
  expect(home.status(), "led on before the page, which else loads twice").toBe(307);
  await page.goto("/queue/open?sort=waiting");
  await page.goto(`/queue/unassigned/${id}?sort=waiting`);
  await expect(article(page).getByRole("heading", { level: 1 })).toHaveText(subject);
  await page.reload();
  await expect(article(page).getByRole("heading", { level: 1 })).toHaveText(subject);
  await expect(page.getByRole("combobox", { name: "Order" })).toContainText("Waiting longest");

  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(article(page)).toBeHidden({ timeout: 10_000 });
  }).toPass();
  await expect(page).toHaveURL(/\/queue\/unassigned\?sort=waiting$/);
  await page.goBack();
  await expect(article(page).getByRole("heading", { level: 1 })).toHaveText(subject);
});

test("panes are hidden and stay so; the list grows by keys", async ({ signedIn, desk, unique }) => {
  const id = await ask({ desk, unique }, unique("panes"));
  const page = await signedIn("agent");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/queue/open/${id}`);
  const nav = page.getByRole("navigation", { name: "Desk" });
  const details = page.getByRole("region", { name: "Customer and ticket" });
  await expect(details).toBeVisible();
  await opens(page, "[", page.getByRole("button", { name: "Show navigation" }));
  await expect(nav).toBeHidden();
  await page.keyboard.press("]");
  await expect(details).toBeHidden();

  const line = page.getByRole("separator", { name: "Width of the list" });
  const before = Number(await line.getAttribute("aria-valuenow"));
  await line.focus();
  await page.keyboard.press("ArrowRight");
  await expect(line).toHaveAttribute("aria-valuenow", String(before + 16));
  await page.reload();
  await expect(line).toHaveAttribute("aria-valuenow", String(before + 16));
  await expect(nav).toBeHidden();
  await expect(details).toBeHidden();
  await page.getByRole("button", { name: "Show navigation" }).click();
  await expect(nav).toBeVisible();
});

test("new tickets wait above an open one until they are asked for", async ({
  signedIn,
  desk,
  unique,
}) => {
  const first = await ask({ desk, unique }, unique("first"));
  const page = await signedIn("agent");
  await page.goto(`/queue/unassigned/${first}`);
  const list = page.getByRole("region", { name: "Unassigned" });
  await expect(list.getByRole("link").first()).toBeVisible();
  const subject = unique("second");
  await ask({ desk, unique }, subject);
  await expect(list.getByRole("button", { name: /^\d+ new$/ })).toBeVisible();
  await expect(list.getByRole("link", { name: subject })).toBeHidden();
  await list.getByRole("button", { name: /^\d+ new$/ }).click();
  await expect(list.getByRole("link", { name: subject })).toBeVisible();
});

test("the sheet lists only what works here; a key can be changed and taken back", async ({
  signedIn,
}) => {
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await opens(page, "?", sheet);
  await expect(sheet.getByText("Filter", { exact: true })).toBeVisible();
  await expect(sheet.getByText("Resolve", { exact: true })).toHaveCount(0);

  await sheet.getByRole("button", { name: "Change the key of Filter" }).click();
  await page.keyboard.press("j");
  await expect(sheet.getByRole("alert")).toContainText("Next");
  await page.keyboard.press("y");
  await expect(sheet.getByRole("button", { name: "Filter: back to the usual key" })).toBeVisible();
  await sheet.getByRole("button", { name: "Filter: back to the usual key" }).click();
  await sheet.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(sheet).toBeHidden();
});

test("news of how the desk is doing moves nothing that is about to be pressed", async ({
  signedIn,
}) => {
  const page = await signedIn("agent");
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route("**/api/status", async (route) => {
    await told;
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), refusedReplies: 2 } });
  });
  await page.goto("/queue/open");
  const heading = page.getByRole("heading", { level: 1, name: /All open/ });
  const link = page.getByRole("link", { name: "Customers" });
  await expect(heading).toBeVisible();
  const places = async () => {
    const boxes = [await heading.boundingBox(), await link.boundingBox()];
    return boxes.map((box) => box && Math.round(box.y));
  };
  const before = await places();
  tell();
  const news = page.getByRole("status", { name: "State of the desk" });
  await expect(news).toContainText("2 replies are being refused");
  expect(await places()).toEqual(before);
});

test("without a connection the page says so, keeps what is typed, and goes on by itself", async ({
  signedIn,
  desk,
  unique,
}) => {
  const subject = unique("lift");
  const id = await ask({ desk, unique }, subject);
  const page = await signedIn("agent");
  // The state of the desk is asked for once nothing else is to do.
  const asked = page.waitForResponse("**/api/status");
  await page.goto(`/queue/open/${id}`);
  const state = page.getByRole("status", { name: "State of the desk" });
  const field = page.getByRole("textbox", { name: "Reply to the customer" });
  await opens(page, "r", field);
  await asked;
  await page.context().setOffline(true);
  await expect(state).toContainText("The desk can’t be reached.");
  await field.fill("The lift is being repaired.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByText("Your text is kept; press Send reply to try again.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(state).not.toContainText("The desk can’t be reached.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(article(page)).toContainText("The lift is being repaired.");
});
