import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, opens, test } from "./fixtures";

/** A question that people must answer. */
async function question(desk: Desk, unique: (word: string) => string) {
  const from = {
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
  };
  const subject = unique("Lamp");
  const externalId = unique("lamp");
  const { ticketId } = await desk.ingest({
    ...from,
    external_id: externalId,
    subject,
    body: "The lamp of my desk blinks blue. What does it mean?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const writeAgain = (body: string) =>
    desk.ingest({
      ...from,
      external_id: unique("again"),
      in_reply_to: externalId,
      subject: `Re: ${subject}`,
      body,
    });
  return { subject, ticketId, writeAgain };
}

const threadOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
const replyIn = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });
const noteIn = (page: Page) => page.getByRole("textbox", { name: "Internal note" });

/** Opens a ticket and its reply, once the field with formatting is there. */
async function replying(page: Page, ticketId: string) {
  await page.goto(`/queue/open/${ticketId}`);
  await expect(threadOf(page)).toContainText("blinks blue");
  await opens(page, "r", replyIn(page).and(page.locator(":focus")));
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await replyIn(page).focus();
}

test("a reply with formatting is sent as it was written", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);

  await page.keyboard.type("It is ");
  await page.keyboard.press("Control+b");
  await expect(page.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type("charging");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(". Wait an hour.");
  await page.keyboard.press("Control+Enter");

  await expect(threadOf(page)).toContainText("It is charging. Wait an hour.");
  await expect(threadOf(page).getByText("charging", { exact: true })).toHaveRole("strong");
  await expect(replyIn(page)).toHaveText("");
});

test("one press sends and resolves", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await page.keyboard.type("It is charging.");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(threadOf(page)).toContainText("It is charging.");
  await expect(
    page
      .getByRole("region", { name: "Customer and ticket" })
      .getByRole("combobox", { name: "Status" }),
  ).toContainText("Resolved");
});

test("what was begun is there on another browser, and gone once it is sent", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const [one, two] = [await signedIn("agent"), await signedIn("agent")];
  await replying(one, ticketId);
  await one.keyboard.type("It is charging");
  await expect(one.getByText("Draft saved")).toBeVisible();

  await two.goto(`/queue/open/${ticketId}`);
  await expect(replyIn(two)).toHaveText("It is charging");
  await replyIn(two).fill("It is charging. Wait an hour.");
  await two.getByRole("button", { name: /^Send reply/ }).click();
  await expect(threadOf(two)).toContainText("Wait an hour.");

  await two.reload();
  await expect(threadOf(two)).toContainText("Wait an hour.");
  await expect(replyIn(two)).toHaveText("");
});

test("what was typed survives a reload", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await page.keyboard.type("It is charg");
  await page.reload();
  await expect(replyIn(page)).toHaveText("It is charg");
});

test("a message that comes meanwhile is shown before anything is sent", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId, writeAgain } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await page.keyboard.type("It is charging.");
  await writeAgain("Now it is red!");
  await expect(page.getByText(/While you were writing, the customer wrote/)).toBeVisible();

  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Nothing was sent yet.")).toBeVisible();
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByText(/While you were writing/)).toBeHidden();
  await replyIn(page).fill("Red is bad. Unplug it.");
  await page.keyboard.press("Control+Enter");
  await expect(threadOf(page)).toContainText("Unplug it.");
});

test("a note calls a colleague by the keyboard", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect(noteIn(page)).toBeFocused();
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await noteIn(page).focus();
  await page.keyboard.type("Look at this @");
  const people = page.getByRole("listbox", { name: "People" });
  await expect(people.getByRole("option").first()).toBeVisible();
  const name = await people.getByRole("option").first().innerText();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(threadOf(page)).toContainText(`Look at this @${name}`);
});

test("knowledge is found and inserted with a slash", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await page.keyboard.type("/export");
  const list = page.getByRole("listbox", { name: "Insert" });
  await expect(list.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(replyIn(page)).toContainText(/export/i);
  await expect(replyIn(page)).not.toContainText("/export");
});

/** A question whose draft is held for people. */
async function heldDraft(desk: Desk, unique: (word: string) => string) {
  const { ticketId } = await desk.ingest({
    external_id: unique("export"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: unique("CSV export"),
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return ticketId;
}

test("a correction that was begun is there on another browser and in the review", async ({
  signedIn,
  desk,
  unique,
}) => {
  const ticketId = await heldDraft(desk, unique);
  const [one, two] = [await signedIn("agent"), await signedIn("agent")];
  const draftIn = (page: Page) => page.getByRole("region", { name: "Drafted reply" });
  const fieldIn = (page: Page) => page.getByRole("textbox", { name: "Reply, as it will be sent" });
  const text = "Open  Reports.\n\n\nThen choose CSV.";

  await one.goto(`/queue/held/${ticketId}`);
  await expect(draftIn(one).getByRole("button", { name: /^Approve/ })).toBeVisible();
  await opens(one, "c", fieldIn(one));
  await fieldIn(one).fill(text);
  await expect(one.getByText("Draft saved")).toBeVisible();

  await two.goto(`/queue/held/${ticketId}`);
  await expect(fieldIn(two)).toHaveValue(text);
  const response = await two.request.get(`/api/tickets/${ticketId}/attempts`);
  const { attempts } = (await response.json()) as { attempts: { id: string }[] };
  await two.goto(`/review?item=${attempts[0]?.id}`);
  await expect(fieldIn(two)).toHaveValue(text);
  await fieldIn(two).fill(`${text} Good luck!`);
  await expect(two.getByText("Draft saved")).toBeVisible();
  await two.getByRole("button", { name: /^Send corrected reply/ }).click();

  await expect(threadOf(one)).toContainText("Good luck!");
  await one.reload();
  await expect(threadOf(one)).toContainText("Good luck!");
  await expect(fieldIn(one)).toBeHidden();
  await expect(one.getByText(/was faster/)).toBeHidden();
  const left = await one.request.get(`/api/tickets/${ticketId}/writing`);
  expect(await left.json()).toEqual({});
});

test("what is changed of a draft is shown before it is sent", async ({
  signedIn,
  desk,
  unique,
}) => {
  const ticketId = await heldDraft(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/held/${ticketId}`);
  const draft = page.getByRole("region", { name: "Drafted reply" });
  await expect(draft.getByRole("button", { name: /^Approve/ })).toBeVisible();
  await page.keyboard.press("c");
  const field = draft.getByRole("textbox", { name: "Reply, as it will be sent" });
  await expect(field).not.toHaveValue("");
  await field.press("End");
  await field.pressSequentially(" Good luck!");
  await expect(draft.getByRole("region", { name: "What you changed" })).toContainText("Good luck!");
});
