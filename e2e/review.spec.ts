import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** A question that the demo articles answer, and that must go to people: its draft is held. */
async function question(desk: Desk, unique: (word: string) => string) {
  const subject = unique("CSV export");
  const externalId = unique("question");
  const email = `${unique("kim")}@example.org`;
  const { ticketId } = await desk.ingest({
    external_id: externalId,
    channel: "email",
    customer_email: email,
    customer_name: "Kim Sato",
    subject,
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return { subject, externalId, email, ticketId };
}

const draftOf = (page: Page) => page.getByRole("region", { name: "Drafted reply" });
const threadOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
const statusOf = (page: Page) =>
  page
    .getByRole("region", { name: "Customer and ticket" })
    .getByRole("combobox", { name: "Status" });

/** How many messages of this subject are in the outbox, as the page shows it. */
async function inOutbox(page: Page, subject: string) {
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
  return page.getByRole("link", { name: subject });
}

test("a held draft is corrected and sent, once", async ({ signedIn, desk, unique }) => {
  const { subject, ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/held/${ticketId}`);
  const draft = draftOf(page);
  await expect(draft).toContainText(/Held 0\.\d\d/);

  await draft.getByRole("button", { name: /^Why this score/ }).click();
  await expect(draft.getByRole("region", { name: "Why this score" })).toContainText(/\w+/);
  await draft.getByRole("button", { name: /^Edit/ }).click();
  const field = draft.getByRole("textbox", { name: "Reply, as it will be sent" });
  await expect(field).not.toHaveValue("");
  await field.fill("Open Reports, then Export, and choose CSV. That is all.");
  await draft.getByRole("button", { name: /^Send edited reply/ }).click();

  await expect(threadOf(page)).toContainText("Open Reports, then Export, and choose CSV.");
  await expect(threadOf(page)).toContainText("Kept in the outbox");
  await expect(statusOf(page)).toHaveText("Resolved");
  await expect(await inOutbox(page, subject)).toHaveCount(1);
});

test("two people approve the same draft at once, and it goes out once", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { subject, ticketId } = await question(desk, unique);
  const pages = [await signedIn("agent", 0), await signedIn("agent", 1)];
  for (const page of pages) {
    await page.goto(`/queue/held/${ticketId}`);
    await expect(draftOf(page).getByRole("button", { name: /^Approve/ })).toBeVisible();
  }

  await Promise.all(
    pages.map((page) =>
      draftOf(page)
        .getByRole("button", { name: /^Approve/ })
        .click(),
    ),
  );

  for (const page of pages) {
    await expect(threadOf(page).getByText("Kept in the outbox")).toHaveCount(1);
    await expect(draftOf(page).getByRole("button", { name: /^Approve/ })).toBeHidden();
  }
  for (const page of pages) await expect(await inOutbox(page, subject)).toHaveCount(1);
});

test("a customer's answer re-opens a resolved ticket, in the same thread", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { externalId, email, ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/held/${ticketId}`);
  await draftOf(page)
    .getByRole("button", { name: /^Approve/ })
    .click();
  await expect(statusOf(page)).toHaveText("Resolved");

  const answer = await desk.ingest({
    external_id: unique("answer"),
    in_reply_to: externalId,
    channel: "email",
    customer_email: email,
    subject: "Re: CSV export",
    body: "That gives me an empty file. What now?",
  });

  expect(answer.ticketId).toBe(ticketId);
  await expect(threadOf(page)).toContainText("That gives me an empty file.");
  await expect(statusOf(page)).not.toHaveText("Resolved");
  await page.getByRole("button", { name: "Full timeline" }).click();
  await expect(threadOf(page)).toContainText(/Resolved.*(Open|open)/);
});

test("a rejected draft is not sent, and the ticket is open again", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { subject, ticketId } = await question(desk, unique);
  const page = await signedIn("reviewer");
  await page.goto(`/queue/held/${ticketId}`);

  await draftOf(page)
    .getByRole("button", { name: /^Reject/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Reject this draft" });
  await dialog.getByRole("radio", { name: /tone/i }).check();
  await dialog.getByRole("button", { name: /^Reject/ }).click();

  await expect(dialog).toBeHidden();
  await expect(statusOf(page)).toHaveText("Open");
  await expect(await inOutbox(page, subject)).toHaveCount(0);
});
