import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect } from "./fixtures";
import { addProvider, PROVIDER, providerIn, removeProvider, test } from "./llm-provider";

/** A question that the articles answer, and that a person was asked for. */
async function question(desk: Desk, unique: (word: string) => string, more = "") {
  const email = `${unique("kim")}@example.org`;
  const { ticketId } = await desk.ingest({
    external_id: unique("export"),
    channel: "email",
    customer_email: email,
    customer_name: "Kim Sato",
    subject: unique("Export"),
    body: `How do I export our projects and time entries as CSV? ${more}`,
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return { ticketId, email };
}

/** Over words that the desk has not looked at yet. */
const UNCHECKED = "Not checked: it may hold what the desk takes out of finished drafts.";

const panel = (page: Page) => page.getByRole("region", { name: "Drafted reply" });
const threadOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
const replyIn = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });

/** Opens a ticket and its reply, once the field with formatting is there. */
async function replying(page: Page, ticketId: string) {
  await page.goto(`/queue/open/${ticketId}`);
  await panel(page)
    .getByRole("button", { name: /^Reply/ })
    .click();
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
}

/** In the place of what stands there, as somebody types it. */
async function rewrite(page: Page, text: string) {
  await replyIn(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
}

test("a provider is added and tested, and the page says what is wrong with it", async ({
  stub,
  signedIn,
}) => {
  stub.control.key = "the-right-key";
  const page = await signedIn("admin");
  await page.goto("/settings/models");
  await expect(page.getByText("The desk works whole without one")).toBeVisible();

  await addProvider(page, stub, "In the shadow", "a-wrong-key");
  await expect(providerIn(page)).toContainText("It does not work.");
  await expect(providerIn(page)).toContainText("does not accept the key");

  await page.getByRole("button", { name: `Change ${PROVIDER}` }).click();
  const dialog = page.getByRole("dialog", { name: `Change ${PROVIDER}` });
  await expect(dialog.getByLabel("API key")).toHaveValue("");
  await dialog.getByLabel("API key").fill("the-right-key");
  await dialog.getByRole("button", { name: "Save and test" }).click();
  await expect(providerIn(page)).toContainText("stub-1 answered in");
  await page.reload();
  expect(await page.content()).not.toContain("the-right-key");
  await expect(page.getByRole("list", { name: "Recent calls" })).toContainText("Connection test");

  await page.getByRole("button", { name: `Remove ${PROVIDER}` }).click();
  await expect(page.getByText("No model is configured")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(providerIn(page)).toContainText("In the shadow");
  await removeProvider(page);
});

test("a new draft streams into the panel, is edited and sent", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(panel(page)).toContainText("Drafted by stub-1");

  Object.assign(provider.control, { pieceMs: 60, piece: 8 });
  await panel(page)
    .getByRole("button", { name: /^Draft again/ })
    .click();
  await expect(panel(page).getByRole("button", { name: "Stop the draft" })).toBeVisible();
  await expect(panel(page)).toContainText("Hi Kim");
  await expect(panel(page).getByText(UNCHECKED)).toBeVisible();
  await expect(panel(page).getByRole("button", { name: /^Draft again/ })).toBeVisible();
  await expect(panel(page).getByText(UNCHECKED)).toBeHidden();
  await expect(panel(page).getByRole("button", { name: /^Approve/ })).toBeVisible();

  await panel(page).getByRole("button", { name: /^Edit/ }).click();
  const field = panel(page).getByRole("textbox", { name: "Reply, as it will be sent" });
  await field.press("ControlOrMeta+End");
  await field.pressSequentially(" All the best from the desk.");
  await panel(page)
    .getByRole("button", { name: /^Send edited reply/ })
    .click();
  await expect(threadOf(page)).toContainText("All the best from the desk.");
});

test("a draft streams into an empty reply, and below what somebody has typed", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);

  Object.assign(provider.control, { pieceMs: 60, piece: 8 });
  await page.getByRole("button", { name: /^Draft with AI/ }).click();
  await expect(page.getByRole("button", { name: "Stop the draft" })).toBeVisible();
  await expect(replyIn(page)).toContainText("Hi Kim");
  await expect(page.getByText(UNCHECKED)).toBeVisible();
  await expect(page.getByText("Read it before you send it")).toBeVisible();
  await expect(page.getByText(UNCHECKED)).toBeHidden();

  await rewrite(page, "My own first line.");
  await page.getByRole("button", { name: /^Draft with AI/ }).click();
  await replyIn(page).press("ControlOrMeta+End");
  await replyIn(page).pressSequentially(" Typed meanwhile.");
  await expect(page.getByText("Read it before you send it")).toBeVisible();
  await expect(replyIn(page)).toContainText("My own first line. Typed meanwhile.");
  await expect(replyIn(page)).toContainText("Hi Kim");
});

test("a draft that is stopped stays as far as it came, and is not checked", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  Object.assign(provider.control, { pieceMs: 60, piece: 8 });
  await page.getByRole("button", { name: /^Draft with AI/ }).click();
  await expect(replyIn(page)).toContainText("Hi Kim");
  await page.getByRole("button", { name: "Stop the draft" }).click();

  await expect(page.getByText("Stopped. What was written so far stays.")).toBeVisible();
  await expect(page.getByText(UNCHECKED)).toBeVisible();
  await expect(replyIn(page)).toContainText("Hi Kim");
  await page.getByRole("button", { name: /^Draft with AI/ }).click();
  await expect(page.getByText("Read it before you send it")).toBeVisible();
  await expect(page.getByText(UNCHECKED)).toBeHidden();
});

test("a provider that dies in the middle leaves the desk's own draft", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  provider.control.always = "half_stream";
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(panel(page)).toContainText("Drafted by the desk's own core, because");
  await expect(panel(page).getByRole("button", { name: /^Approve/ })).toBeVisible();

  await replying(page, ticketId);
  await page.getByRole("button", { name: /^Draft with AI/ }).click();
  await expect(page.getByText("What you typed is kept.")).toBeVisible();
  await rewrite(page, "");
  await page.getByRole("button", { name: "Use the desk's own draft" }).click();
  await expect(replyIn(page)).toContainText("Kim");
  await page.getByRole("button", { name: /^Send reply/ }).click();
  await expect(threadOf(page)).toContainText("Hi Kim");
});

test("own words are put differently, looked at first, and can be taken back", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  provider.answerWith(() => ({ json: { text: "It costs 20 now, dear Kim." } }));
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await rewrite(page, "It costs 10.");
  await page.getByRole("button", { name: "Tone" }).click();
  await page.getByRole("menuitem", { name: "Friendlier" }).click();
  const dialog = page.getByRole("dialog", { name: "Friendlier" });
  await expect(dialog).toContainText("New: 20");
  await expect(dialog).toContainText("Gone: 10");
  await dialog.getByRole("button", { name: "Use it" }).click();
  await expect(replyIn(page)).toHaveText("It costs 20 now, dear Kim.");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(replyIn(page)).toHaveText("It costs 10.");
});

test("a colleague asks about the ticket and opens the source", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique, "The report of May is the one I need.");
  provider.answerWith(({ messages }) => {
    const said = JSON.stringify(messages);
    const id = /<data id=\\+"(m\d+)\\+"[^>]*>(?:(?!<data)[\s\S])*report of May/.exec(said)?.[1];
    const sentences = [{ text: "It is the report of May.", citations: [id ?? ""] }];
    return { json: { sentences, unknown: ["the year"] } };
  });
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  const ask = page.getByRole("region", { name: "Ask about this ticket" });
  await ask.getByRole("textbox", { name: "Question about this ticket" }).fill("Which report?");
  await page.keyboard.press("Enter");
  await expect(ask).toContainText("It is the report of May.");
  await expect(ask).toContainText("the year");
  await ask.getByRole("button", { name: /^Source 1:/ }).click();
  await expect(threadOf(page).locator(":focus")).toContainText("report of May");
});

test("without a provider nothing of it is there", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await question(desk, unique);
  const page = await signedIn("agent");
  await replying(page, ticketId);
  await expect(page.getByRole("button", { name: "Knowledge" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Draft with AI/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Tone" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Ask about this ticket" })).toHaveCount(0);
  await page.goto("/settings/models");
  await expect(page.getByRole("button", { name: "Add a provider" })).toHaveCount(0);
});
