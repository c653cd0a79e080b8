import type { Page } from "@playwright/test";
import { expect, opens, test } from "./fixtures";

const replyIn = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });
const threadOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
const correctsIn = (page: Page) => page.getByRole("checkbox", { name: /^Corrects the desk/ });

/** A reply that was sent to be looked at, and that nobody has looked at. */
async function flagged(page: Page): Promise<{ id: string; ticketId: string }> {
  const response = await page.request.get("/api/review?kind=flagged");
  const { rows } = (await response.json()) as { rows: { id: string; ticketId: string }[] };
  const row = rows.at(-1);
  if (!row) throw new Error("no flagged reply waits");
  return row;
}

async function replying(page: Page, ticketId: string) {
  await page.goto(`/queue/all/${ticketId}`);
  await expect(page.getByRole("region", { name: "Drafted reply" })).toBeVisible();
  await opens(page, "r", replyIn(page).and(page.locator(":focus")));
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await replyIn(page).focus();
}

test("a reviewer's reply can be the correction of a flagged one", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const { id, ticketId } = await flagged(page);
  const stateOf = async () => {
    const response = await page.request.get(`/api/tickets/${ticketId}/attempts`);
    const { attempts } = (await response.json()) as {
      attempts: { id: string; reviewState: string }[];
    };
    return attempts.find((one) => one.id === id)?.reviewState;
  };
  await replying(page, ticketId);
  await correctsIn(page).check();
  await replyIn(page).fill("One step was missing: choose Reload first.");
  await page.getByRole("button", { name: /^Send correction/ }).click();
  await expect(threadOf(page)).toContainText("choose Reload first");
  await expect.poll(stateOf).toBe("corrected");
});

test("agents are not asked about a flagged reply", async ({ signedIn }) => {
  const reviewer = await signedIn("reviewer");
  const { ticketId } = await flagged(reviewer);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await expect(correctsIn(page)).toBeHidden();
});

test("what nobody has filled in is shown while it is written, and not sent", async ({
  signedIn,
}) => {
  const page = await signedIn("reviewer");
  const { ticketId } = await flagged(page);
  await replying(page, ticketId);
  const text = "Hi {customer.nickname}, it is charging.";
  await replyIn(page).fill(text);
  const said = /Nobody has filled in {customer\.nickname}/;
  await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible();
  await expect(replyIn(page)).toHaveText(text);
  await expect(threadOf(page)).not.toContainText("nickname");

  await replyIn(page).fill("Hi Kim, it is charging.");
  await page.keyboard.press("Control+Enter");
  await expect(threadOf(page)).toContainText("Hi Kim, it is charging.");
});
