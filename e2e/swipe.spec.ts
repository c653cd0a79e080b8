import type { Locator, Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Moves of a finger between its coming and its going. */
const STEPS = 8;

/** One finger on the middle of a row, or `from` its left, that moves and goes. */
async function drag(page: Page, row: Locator, by: { x?: number; y?: number }, from = 195) {
  const box = await row.boundingBox();
  if (!box) throw new Error("the row is not to be seen");
  const finger = await page.context().newCDPSession(page);
  const y = box.y + box.height / 2;
  const at = (part: number) => ({ x: from + (by.x ?? 0) * part, y: y + (by.y ?? 0) * part });
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at(0)] });
  for (let step = 1; step <= STEPS; step++) {
    const touchPoints = [at(step / STEPS)];
    await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
  }
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await finger.detach();
}

/** A new ticket at the head of the list. @returns its row */
async function rowOfNew(page: Page, desk: Desk, subject: string): Promise<Locator> {
  await desk.ingest({
    external_id: subject,
    channel: "email",
    customer_email: `${subject.toLowerCase()}@example.org`,
    customer_name: "Kim Sato",
    subject,
    body: "The stripes of our umbrella have turned blue since this morning.",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  await page.goto("/queue/open");
  const row = page.getByRole("listitem").filter({ hasText: subject });
  await expect(row.getByRole("button", { name: /^Actions for #\d+/ })).toBeVisible();
  // The code that hears fingers comes once the page is idle; up and down is left to the browser then.
  await expect
    .poll(() => row.evaluate((item) => item.closest("ul")?.parentElement?.style.touchAction))
    .toBe("pan-y pinch-zoom");
  return row;
}

test("a swipe to the right resolves, and undo brings the row back", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("agent");
  const row = await rowOfNew(page, desk, unique("Umbrella"));
  await drag(page, row, { x: 170 });
  await expect(page.getByText(/^#\d+: resolved/)).toBeVisible();
  await expect(row).toBeHidden();
  await expect(page).toHaveURL(/\/queue\/open$/);

  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(row).toBeVisible();
  await expect(row).not.toContainText("Resolved");
});

test("a swipe to the left asks until when, and puts the ticket aside", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("agent");
  const row = await rowOfNew(page, desk, unique("Parasol"));
  const sheet = page.getByRole("dialog", { name: /^Snooze #\d+/ });
  await drag(page, row, { x: -170 });
  await sheet.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(page.getByText(/^#\d+: snoozed/)).toBeVisible();
  await expect(row).toBeHidden();
});

test("up and down is for scrolling; a short way, or one from the edge, does nothing", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("agent");
  const row = await rowOfNew(page, desk, unique("Canopy"));
  const list = page.getByRole("region", { name: "All open" });
  await drag(page, row, { x: 170 }, 8);
  await drag(page, row, { x: 20 });
  await expect(page).toHaveURL(/\/queue\/open$/);
  await expect(row).toBeVisible();

  const second = list.getByRole("listitem").nth(4);
  const before = await row.boundingBox();
  await drag(page, second, { x: 12, y: -220 });
  await expect.poll(async () => (await row.boundingBox())?.y ?? -999).toBeLessThan(before?.y ?? 0);
  await expect(page.getByText(/: resolved|: snoozed/)).toHaveCount(0);
});

test("the row's menu does the same, by press and by keyboard", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("agent");
  const row = await rowOfNew(page, desk, unique("Awning"));
  const button = row.getByRole("button", { name: /^Actions for #\d+/ });
  const sheet = page.getByRole("dialog", { name: /^Actions for #\d+/ });
  await button.tap();
  await sheet.getByRole("button", { name: "Assign to me" }).tap();
  await expect(row).toContainText("Me");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("button", { name: "Resolve" })).toBeFocused();
  await expect(sheet.getByRole("button", { name: "Assign to me" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^#\d+: resolved/)).toBeVisible();
  await expect(row).toBeHidden();
});
