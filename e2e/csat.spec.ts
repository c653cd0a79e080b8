import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

async function askForRatings(page: Page, on: boolean) {
  await page.goto("/settings");
  const form = page.getByRole("form", { name: "Ask for ratings" });
  const asks = form.getByRole("switch", { name: "Ask customers how an answer was" });
  if ((await asks.isChecked()) === on) return;
  await asks.click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
}

/** The link for a rating, as it stands in the mail that left. */
async function linkIn(page: Page, subject: string): Promise<string> {
  await page.goto("/outbox");
  await page.getByRole("link", { name: subject }).click();
  await page.waitForURL(/\/outbox\/[\w-]+$/);
  const { raw } = await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json();
  const mail = String(raw).replace(/=\r\n/g, "").replaceAll("=3D", "=");
  return /How was this answer\? (\S+)/.exec(mail)?.[1] ?? "";
}

test("a customer rates a reply by its link, without JavaScript, and changes their mind", async ({
  signedIn,
  desk,
  unique,
  browser,
}) => {
  const admin = await signedIn("admin");
  await askForRatings(admin, true);
  const subject = unique("CSV export");
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject,
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("reviewer");
  await page.goto(`/queue/held/${ticketId}`);
  await page
    .getByRole("region", { name: "Drafted reply" })
    .getByRole("button", { name: /^Approve/ })
    .click();
  const thread = page.getByRole("log", { name: "Conversation" });
  await expect(thread).toContainText("Kept in the outbox");
  await expect(thread).not.toContainText("How was this answer?");

  const url = await linkIn(admin, subject);
  expect(url).toContain("/rate/t_");

  const customer = await (
    await browser.newContext({ baseURL: desk.url, javaScriptEnabled: false })
  ).newPage();
  await customer.goto(`${url}&score=2`);
  await expect(customer.getByRole("radio", { name: /^2/ })).toBeChecked();
  // Opened, as mail scanners do, it has stored nothing.
  await page.reload();
  await expect(thread).not.toContainText("Rated");

  await customer.getByRole("textbox").fill("Too long.");
  await customer.getByRole("button", { name: "Send" }).click();
  await expect(customer.getByRole("status")).toHaveText("Thank you. Your rating is stored.");
  await expect(thread).toContainText("Rated 2 of 5");
  await expect(thread).toContainText("“Too long.”");

  await customer.getByRole("radio", { name: /^5/ }).check();
  await customer.getByRole("button", { name: "Change" }).click();
  await expect(customer.getByRole("status")).toBeVisible();
  await expect(thread).toContainText("Rated 5 of 5");
  await expect(page.getByRole("region", { name: "Customer and ticket" })).toContainText("5 of 5");
  await page.goto("/learning");
  const ledger = page.getByRole("region", { name: "Ledger" });
  await expect(ledger).toContainText("The customer rated it");

  await customer.goto(url.replace(/t=.{6}/, "t=forged"));
  await expect(customer.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
  await customer.close();

  const sighted = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await sighted.goto(url);
  await expect(sighted.getByRole("radio", { name: /^5/ })).toBeChecked();
  expect((await new AxeBuilder({ page: sighted }).analyze()).violations).toEqual([]);
  await sighted.close();
  await askForRatings(admin, false);
});
