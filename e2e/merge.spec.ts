import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** Two tickets of one customer, about the same. */
async function twoTickets(desk: Desk, unique: (word: string) => string) {
  const from = {
    channel: "email",
    customer_email: `${unique("priya")}@example.org`,
    customer_name: "Priya Raman",
    escalation_reason: "The customer asked the assistant for a person.",
  };
  const first = await desk.ingest({
    ...from,
    external_id: unique("first"),
    subject: unique("Charged twice"),
    body: "I can see two identical charges of $49 on my statement.",
  });
  const second = await desk.ingest({
    ...from,
    external_id: unique("second"),
    subject: unique("Two charges"),
    body: "Here is a picture of both charges.",
  });
  return { target: first.ticketId, source: second.ticketId };
}

const threadOf = (page: Page) => page.getByRole("log", { name: "Conversation" });

/** The number of the ticket that is open: "#1042 · E-mail · …". */
async function numberOf(page: Page, ticketId: string): Promise<string> {
  await page.goto(`/queue/open/${ticketId}`);
  const label = await page
    .getByRole("article", { name: /^Ticket \d+$/ })
    .getAttribute("aria-label");
  return label?.replace("Ticket ", "") ?? "";
}

async function openMerge(page: Page) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Merge into/ }).click();
}

test("two tickets are merged, the old number leads on, and the merge is undone", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { target, source } = await twoTickets(desk, unique);
  const page = await signedIn("agent");
  const targetNumber = await numberOf(page, target);
  const sourceNumber = await numberOf(page, source);
  await expect(page.getByRole("region", { name: "Drafted reply" })).toBeVisible();

  await openMerge(page);
  const dialog = page.getByRole("dialog", { name: `Merge #${sourceNumber} into…` });
  await dialog.getByLabel("Number").fill(targetNumber);
  await dialog.getByRole("radio", { name: new RegExp(`#${targetNumber}`) }).check();
  await expect(dialog.getByRole("region", { name: "What will happen" })).toContainText("1 message");
  await dialog.getByRole("button", { name: `Merge into #${targetNumber}` }).click();

  await expect(page).toHaveURL(new RegExp(target));
  await expect(threadOf(page)).toContainText("two identical charges");
  await expect(threadOf(page)).toContainText("a picture of both charges");
  await expect(page.getByText(`Merged from #${sourceNumber}`)).toBeVisible();

  const led = await page.request.get(`/queue/open/${sourceNumber}`, { maxRedirects: 0 });
  expect(led.status(), "led on before the page, which else loads twice").toBe(307);
  await page.goto(`/queue/open/${sourceNumber}`);
  await expect(page).toHaveURL(new RegExp(target));
  await expect(page.getByText(`You asked for #${sourceNumber}.`)).toBeVisible();
  const moved = await page.request.get(`/api/tickets/${source}`, { maxRedirects: 0 });
  expect(moved.status()).toBe(308);
  expect(moved.headers().location).toBe(`/api/tickets/${target}`);

  await page.getByRole("button", { name: "Undo merge" }).click();
  await expect(page).toHaveURL(new RegExp(source));
  await expect(threadOf(page)).toContainText("a picture of both charges");
  await expect(threadOf(page).getByText("two identical charges")).toHaveCount(0);
});

test("a merge is undone at once, and whoever has the ticket open is led along", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { target, source } = await twoTickets(desk, unique);
  const [page, colleague] = [await signedIn("agent", 0), await signedIn("reviewer")];
  for (const one of [page, colleague]) {
    await one.goto(`/queue/open/${source}`);
    await expect(threadOf(one)).toContainText("a picture of both charges");
    await expect(one.getByRole("region", { name: "Drafted reply" })).toBeVisible();
  }

  await openMerge(page);
  const dialog = page.getByRole("dialog", { name: /^Merge/ });
  await dialog.getByRole("radio").first().check();
  await dialog.getByRole("button", { name: /^Merge into #/ }).click();
  await expect(page).toHaveURL(new RegExp(target));
  await expect(colleague).toHaveURL(new RegExp(target));

  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(new RegExp(source));
  await expect(threadOf(page).getByText("two identical charges")).toHaveCount(0);
});

test("another account's ticket needs an explicit yes", async ({ signedIn, desk, unique }) => {
  const { source } = await twoTickets(desk, unique);
  const stranger = await desk.ingest({
    external_id: unique("stranger"),
    channel: "email",
    customer_email: `${unique("lee")}@example.net`,
    subject: unique("Charges"),
    body: "We were charged twice, too.",
  });
  const page = await signedIn("agent");
  const number = await numberOf(page, stranger.ticketId);
  await page.goto(`/queue/open/${source}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Merge into/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Merge/ });
  await dialog.getByLabel("Number").fill(number);
  await dialog.getByRole("radio").check();

  const confirm = dialog.getByRole("button", { name: `Merge into #${number}` });
  await expect(dialog.getByRole("checkbox", { name: /^Merge across accounts/ })).toBeVisible();
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("checkbox").check();
  await expect(confirm).toBeEnabled();
});
