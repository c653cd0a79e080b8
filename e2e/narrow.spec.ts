import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ viewport: { width: 390, height: 844 } });

/** Pixels that the page is wider than the screen. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("on a telephone: from the queue to a ticket, a note, and back", async ({
  signedIn,
  unique,
}) => {
  const page = await signedIn("agent");
  await page.goto("/queue/held");
  const queue = page.getByRole("region", { name: "Held" });
  await queue.getByRole("link").first().click();
  await expect(page.getByRole("log", { name: "Conversation" })).toBeVisible();
  await expect(queue).toBeHidden();
  expect(await overflow(page)).toBe(0);

  const words = unique("Called back");
  await page.getByRole("button", { name: /^Note/ }).click();
  await page.getByRole("textbox", { name: "Internal note" }).fill(words);
  await page.getByRole("button", { name: /^Add note/ }).click();
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText(words);

  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(queue.getByRole("link").first()).toBeVisible();
  expect(await overflow(page)).toBe(0);
});

test("on a telephone: navigation and the ticket's facts open as sheets", async ({ signedIn }) => {
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  await page.getByRole("button", { name: "Open navigation" }).click();
  await page.getByRole("dialog").getByRole("link", { name: /^Held/ }).click();
  await expect(page).toHaveURL(/\/queue\/held/);

  await page.getByRole("region", { name: "Held" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Customer and ticket" }).click();
  const sheet = page.getByRole("dialog", { name: "Customer and ticket" });
  await expect(sheet.getByRole("combobox", { name: "Status" })).toBeVisible();
  expect(await overflow(page)).toBe(0);
});

test("on a telephone: settings fit, and the record of a draft is readable", async ({
  signedIn,
}) => {
  const page = await signedIn("admin");
  await page.goto("/settings/ai");
  await expect(page.getByRole("form", { name: "Confidence bands" })).toBeVisible();
  expect(await overflow(page)).toBe(0);

  await page.goto("/queue/held");
  await page.getByRole("region", { name: "Held" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "What did it know?" }).click();
  const sheet = page.getByRole("dialog", { name: "What did it know?" });
  await expect(sheet.getByRole("heading", { name: "Decision" })).toBeVisible();
  expect(await sheet.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});

for (const path of ["/outbox", "/queue/sent", "/queue/open?sort=waiting"]) {
  test(`${path} fits a telephone`, async ({ signedIn }) => {
    const page = await signedIn("agent");
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    expect(await overflow(page)).toBe(0);
  });
}
