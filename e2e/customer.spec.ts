import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const notes = (page: Page) => page.getByRole("region", { name: "Notes" });

test("a customer is found, and their page holds tickets, notes and tags that colleagues see", async ({
  signedIn,
  desk,
  unique,
}) => {
  const surname = unique("Quillfeather");
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: `Kim ${surname}`,
    subject: unique("Export"),
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("agent");

  // Found though the name is misspelt; the address holds the search.
  await page.goto("/customers");
  const misspelt = surname.replace("feather", "faether");
  await page.getByRole("searchbox", { name: "Search customers" }).fill(misspelt);
  const found = page.getByRole("list", { name: "Customers" });
  await expect(found.getByRole("link", { name: surname })).toBeVisible();
  await expect(page).toHaveURL(/\/customers\?q=Quill/);
  await page.reload();
  await found.getByRole("link", { name: surname }).click();
  await expect(page.getByRole("heading", { level: 1, name: surname })).toBeVisible();
  await expect(page.getByRole("list", { name: "Tickets" }).getByRole("link")).toHaveCount(1);

  // What is known of them is corrected, and put back.
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Telephone numbers" }).fill("+49 30 1234567");
  await form.getByRole("spinbutton", { name: "Seats" }).fill("12");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  const person = page.getByRole("region", { name: "Person" });
  await expect(person).toContainText("+49 30 1234567");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(person).not.toContainText("+49 30 1234567");

  // Notes and tags.
  const words = unique("Prefers to be called on Mondays");
  await notes(page).getByRole("textbox", { name: "New note" }).fill(words);
  await notes(page).getByRole("button", { name: "Add note" }).click();
  const mine = notes(page).getByRole("listitem").filter({ hasText: words });
  await expect(mine).toContainText("You");
  await mine.getByRole("button", { name: "Change" }).click();
  await mine.getByRole("textbox", { name: "Note" }).fill(`${words}, never on Fridays`);
  await mine.getByRole("button", { name: "Save note" }).click();
  await expect(mine).toContainText("never on Fridays");
  const tag = unique("vip");
  await page.getByRole("textbox", { name: "New tag" }).fill(tag);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("list", { name: "Tags of the customer" })).toContainText(tag);

  // A colleague sees them beside the ticket, and changes only what is theirs.
  const other = await signedIn("reviewer");
  await other.goto(`/queue/held/${ticketId}`);
  const panel = other.getByRole("region", { name: "Customer and ticket" });
  await expect(panel).toContainText("never on Fridays");
  await expect(panel).toContainText(tag);
  await panel.getByRole("link", { name: surname }).click();
  const theirs = notes(other).getByRole("listitem").filter({ hasText: words });
  await expect(theirs).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Change" })).toHaveCount(0);
  // The draft knows nothing of it.
  const record = await other.request.get(`/api/tickets/${ticketId}/attempts`);
  expect(await record.text()).not.toContain("Mondays");

  await page.getByRole("button", { name: `Take off ${tag}` }).click();
  await expect(page.getByText(tag, { exact: true })).toHaveCount(0);
  await mine.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove note" }).click();
  await expect(mine).toHaveCount(0);
  await expect(theirs).toHaveCount(0);
});
