import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, opens, setUndo, test } from "./fixtures";

/** A question that must go to people: its draft is held. */
async function question(desk: Desk, unique: (word: string) => string) {
  const subject = unique("CSV export");
  const conversation_id = unique("conversation");
  const customer_email = `${unique("kim")}@example.org`;
  const from = { channel: "email", customer_email, customer_name: "Kim Sato", conversation_id };
  const { ticketId } = await desk.ingest({
    ...from,
    external_id: unique("question"),
    subject,
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const writeAgain = (body: string) =>
    desk.ingest({ ...from, external_id: unique("again"), subject: `Re: ${subject}`, body });
  return { subject, ticketId, writeAgain };
}

const threadOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
const draftOf = (page: Page) => page.getByRole("region", { name: "Drafted reply" });
const menuOf = async (page: Page, item: string | RegExp) => {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

test("a reply is taken back before it leaves, and its words are not lost", async ({
  signedIn,
  desk,
  unique,
}) => {
  const admin = await signedIn("admin");
  await setUndo(admin, 60);
  const { subject, ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(draftOf(page).getByRole("button", { name: /^Approve/ })).toBeVisible();

  await page.keyboard.press("r");
  const field = page.getByRole("textbox", { name: "Reply to the customer" });
  await field.fill("Open Reports, then Export.");
  await page.keyboard.press("Control+Enter");
  await expect(threadOf(page)).toContainText("Open Reports, then Export.");
  await expect(threadOf(page)).toContainText(/Leaves in \d+ s/);

  await page.getByRole("button", { name: /^Undo/ }).last().click();
  await expect(field).toHaveText("Open Reports, then Export.");
  await expect(threadOf(page)).not.toContainText("Open Reports, then Export.");
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
  await expect(page.getByRole("link", { name: subject })).toHaveCount(0);
  await setUndo(admin, 0);
});

test("an approved draft is taken back with a key, and is held again", async ({
  signedIn,
  desk,
  unique,
}) => {
  const admin = await signedIn("admin");
  await setUndo(admin, 60);
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  const approve = draftOf(page).getByRole("button", { name: /^Approve/ });
  await approve.click();
  await expect(threadOf(page)).toContainText(/Leaves in \d+ s/);

  await page.keyboard.press("Control+z");
  await expect(approve).toBeVisible();
  await expect(draftOf(page)).toContainText(/Held 0\.\d\d/);
  await setUndo(admin, 0);
});

test("a snoozed ticket leaves the queues, and comes back when it is woken", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { subject, ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  const queue = page.getByRole("region", { name: "All open" });
  await expect(queue.getByRole("link", { name: subject })).toBeVisible();
  await expect(draftOf(page)).toBeVisible();

  await page.keyboard.press("h");
  await page
    .getByRole("dialog", { name: /^Snooze/ })
    .getByRole("button", { name: /^Tomorrow/ })
    .click();
  await expect(page.getByText(/Snoozed until tomorrow 09:00, or until/)).toBeVisible();
  await expect(queue.getByRole("link", { name: subject })).toBeHidden();

  await page.getByRole("link", { name: /^Snoozed/ }).click();
  const snoozed = page.getByRole("region", { name: "Snoozed" });
  await snoozed.getByRole("link", { name: subject }).click();
  await page.getByRole("button", { name: "Wake" }).click();
  await expect(snoozed.getByRole("link", { name: subject })).toBeHidden();
  await page.goto("/queue/open");
  await expect(queue.getByRole("link", { name: subject })).toBeVisible();
});

test("an admin stops the AI, and every ticket says so", async ({ signedIn, desk, unique }) => {
  const admin = await signedIn("admin");
  await admin.goto("/settings/ai");
  await admin.getByRole("button", { name: "Stop AI for the whole desk" }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Stop AI" }).click();
  await expect(admin.getByText("AI is stopped for the whole desk.")).toBeVisible();

  const { ticketId } = await desk.ingest({
    external_id: unique("how-to"),
    channel: "email",
    customer_email: `${unique("mina")}@example.org`,
    subject: unique("Invoice download"),
    body: "Hello, where can I find and download our invoices as PDF?",
  });
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(
    page.getByText("The AI only drafts here: AI is stopped for the whole desk."),
  ).toBeVisible();
  await expect(draftOf(page)).toContainText(/Held 0\.\d\d/);

  await admin.getByRole("button", { name: "Let AI answer again" }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Let AI answer" }).click();
  await expect(admin.getByText("AI answers by itself")).toBeVisible();
});

test("a colleague is seen writing", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const [one, other] = [await signedIn("agent", 0), await signedIn("reviewer")];
  for (const page of [one, other]) {
    await page.goto(`/queue/open/${ticketId}`);
    await expect(draftOf(page)).toBeVisible();
  }
  await one.getByRole("button", { name: /^Reply/ }).click();
  const field = one.getByRole("textbox", { name: "Reply to the customer" });
  await field.fill("We are");
  await expect(other.getByText(/is replying/)).toBeVisible();
  // By keys: what a script has marked, the editor may see only after the key that deletes it.
  await field.press("ControlOrMeta+a");
  await field.press("Delete");
  await expect(field).toBeEmpty();
  await expect(other.getByText(/is replying/)).toBeHidden();
});

test("whoever asks learns what a draft knew, and takes it along as a file", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(draftOf(page)).toBeVisible();

  await menuOf(page, "What did it know?");
  const sheet = page.getByRole("dialog", { name: "What did it know?" });
  await expect(sheet).toContainText("export our projects and time entries as CSV");
  for (const title of ["Decision", "The question, as it was read", "Knowledge that was found"]) {
    await expect(sheet.getByRole("heading", { name: title })).toBeVisible();
  }
  const href = await sheet.getByRole("link", { name: /Download/ }).getAttribute("href");
  const file = await page.request.get(href ?? "");
  expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename=".+\.json"$/);
  expect(await file.json()).toMatchObject({ attempts: [{ decision: "held", round: 1 }] });

  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: "Full timeline" }).click();
  await threadOf(page).getByText("Why: evidence and every rule").click();
  await expect(threadOf(page)).toContainText("Rules, in their order");
});

test("a second question becomes a ticket of its own, by keyboard", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId, writeAgain } = await question(desk, unique);
  const other = unique("Also: where do I change the invoice address?");
  await writeAgain(other);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(threadOf(page)).toContainText(other);

  const split = page.getByRole("menuitem", { name: "Split into a new ticket…" });
  await page.getByRole("button", { name: "Message of Kim Sato: more" }).last().focus();
  await opens(page, "Enter", split);
  await split.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Split into a new ticket" });
  await dialog.getByLabel("Subject of the new ticket").fill("Invoice address");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Invoice address" })).toBeVisible();
  expect(page.url()).not.toContain(ticketId);
  await expect(threadOf(page)).toContainText(other);
  await page.goto(`/queue/open/${ticketId}`);
  await expect(threadOf(page)).toContainText("time entries as CSV");
  await expect(threadOf(page).getByText(other)).toHaveCount(0);
});
