import type { Locator, Page } from "@playwright/test";
import { expect, opens, test } from "./fixtures";

/** Presses a key until the row has the focus: a page that is still loading hears none. */
async function reaches(page: Page, key: string, row: Locator) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(row).toBeFocused({ timeout: 2000 });
  }).toPass();
}

test("customers are walked by keys: down, in, back to the same row", async ({ signedIn }) => {
  const page = await signedIn("agent");
  await page.goto("/customers");
  const list = page.getByRole("list", { name: "Customers" });
  await expect(list).toHaveAttribute("aria-keyshortcuts", "J K Enter");
  const rows = list.getByRole("link");
  await reaches(page, "k", rows.nth(0));
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(2)).toBeFocused();
  await expect(rows.nth(2)).toBeInViewport({ ratio: 1 });

  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/customers\/.+/);
  await expect(page.getByRole("heading", { name: "How they sounded" })).toBeVisible();
  await opens(page, "u", list);
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/customers\/.+/);

  const sheet = page.getByRole("dialog", { name: "Keys" });
  await opens(page, "?", sheet);
  await expect(sheet.getByText("Back", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await opens(page, "Escape", list);
  await opens(page, "?", sheet);
  for (const name of ["Next", "Previous", "Open"]) {
    await expect(sheet.getByText(name, { exact: true })).toBeVisible();
  }
});

test("beside an open delivery J opens the next", async ({ signedIn }) => {
  const page = await signedIn("agent");
  await page.goto("/outbox");
  const rows = page.getByRole("list", { name: "Deliveries" }).getByRole("link");
  await reaches(page, "k", rows.nth(0));
  await page.keyboard.press("o");
  await expect(rows.nth(0)).toHaveAttribute("aria-current", "page");
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toHaveAttribute("aria-current", "page");
  await expect(rows.nth(1)).toBeFocused();
  await expect(page.getByRole("article", { name: "Delivery" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/\/outbox$/);
});

test("rules and changes open in their list", async ({ signedIn }) => {
  const page = await signedIn("admin");
  await page.goto("/settings/rules");
  const rules = page.getByRole("list", { name: "Routing rules" });
  const second = rules.getByRole("button", { name: /^2\./ });
  await reaches(page, "k", rules.getByRole("button", { name: /^1\./ }));
  await page.keyboard.press("j");
  await expect(second).toBeFocused();
  await page.keyboard.press("o");
  await expect(second).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("u");
  await expect(second).toHaveAttribute("aria-pressed", "false");

  await page.goto("/settings/audit");
  const change = page.getByRole("list", { name: "Changes" }).getByRole("listitem").first();
  await expect(change).toBeVisible();
  await reaches(page, "k", change);
  await page.keyboard.press("Enter");
  await expect(change.getByRole("button", { name: /^Less of/ })).toBeVisible();
  await page.keyboard.press("o");
  await expect(change.getByRole("button", { name: /^More of/ })).toBeVisible();
});
