import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** Who is where is asked every eight seconds. */
const SOON = { timeout: 20_000 };

async function question(desk: Desk, unique: (word: string) => string) {
  const subject = unique("Login");
  const { ticketId } = await desk.ingest({
    external_id: unique("mail"),
    channel: "email",
    customer_email: `${unique("mina")}@example.org`,
    customer_name: "Mina Okafor",
    subject,
    body: "Since yesterday our whole team gets a 403 after signing in.",
    escalation_reason: "The customer asked for a person.",
  });
  return { ticketId, subject };
}

const reply = (page: Page) => page.getByRole("textbox", { name: "Reply to the customer" });
const replying = (page: Page) => page.getByRole("status", { name: "Who is replying" });
const here = (page: Page) => page.getByRole("status", { name: "Who else is here" });
const thread = (page: Page) => page.getByRole("log", { name: "Conversation" });

async function open(page: Page, ticketId: string) {
  await page.goto(`/queue/open/${ticketId}`);
  await expect(thread(page)).toContainText("403 after signing in");
}

async function write(page: Page, text: string) {
  if (!(await reply(page).isVisible())) {
    await page
      .getByRole("button", { name: /^Reply/ })
      .first()
      .click();
  }
  await reply(page).fill(text);
}

/** Why a reply was not taken. */
const refusal = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "began to reply to this ticket" });

test("two replies can't cross: the second sees the first, takes over, and both know", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const first = await signedIn("agent");
  const second = await signedIn("reviewer");
  for (const page of [first, second]) await open(page, ticketId);
  await expect(here(second)).toContainText("also viewing", SOON);
  await expect(here(first)).toContainText("also viewing", SOON);

  await write(first, "Please sign in again.");
  await expect(replying(second)).toContainText("is replying", SOON);

  // Whoever sends past it is stopped, and loses nothing.
  await write(second, "We have reset it.");
  await second.getByRole("button", { name: /^Send reply/ }).click();
  await expect(refusal(second)).toBeVisible();
  await expect(reply(second)).toContainText("We have reset it.");

  await replying(second).getByRole("button", { name: "Take over" }).click();
  await expect(replying(first)).toContainText("took over; your text is kept");
  await expect(reply(first)).toContainText("Please sign in again.");
  await first.getByRole("button", { name: /^Send reply/ }).click();
  await expect(refusal(first)).toBeVisible();

  await second.getByRole("button", { name: /^Send reply/ }).click();
  await expect(thread(second)).toContainText("We have reset it.");
  await expect(thread(first)).toContainText("We have reset it.");
  await expect(thread(first)).not.toContainText("Please sign in again.");
  await expect(reply(first)).toContainText("Please sign in again.");
});

test("a change of what somebody else has changed says who did what", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId } = await question(desk, unique);
  const first = await signedIn("agent");
  const second = await signedIn("admin");
  // This browser hears nothing new: what it shows is old when it acts.
  await first.route("**/api/live", (route) => route.abort());
  for (const page of [first, second]) await open(page, ticketId);
  await first.route(`**/api/tickets/${ticketId}`, (route) => route.abort());
  await second.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(second.getByText("Status changed")).toBeVisible();

  await first.getByRole("button", { name: "Assign to me" }).click();
  await expect(first.getByText(/resolved it (just now|\d+ min ago)/)).toBeVisible();
});

test("rows show who is there, until they leave", async ({ signedIn, desk, unique }) => {
  const { ticketId, subject } = await question(desk, unique);
  const first = await signedIn("agent");
  const second = await signedIn("reviewer");
  await second.goto("/queue/open");
  const row = second.getByRole("link", { name: subject });
  await expect(row).toBeVisible();
  await open(first, ticketId);
  await expect(row).toContainText("is viewing", SOON);
  await first.goto("/articles");
  await expect(row).not.toContainText("is viewing", SOON);
});

test("whoever follows a ticket hears of a note at the bell, and gets there", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { ticketId, subject } = await question(desk, unique);
  const first = await signedIn("agent");
  const second = await signedIn("reviewer");
  await open(second, ticketId);
  const panel = second.getByRole("region", { name: "Followers" });
  await panel.getByRole("button", { name: "Follow" }).click();
  await expect(panel).toContainText("You");
  await second.goto("/articles");
  await expect(second.getByRole("button", { name: /^Notices/ })).toBeVisible();

  await open(first, ticketId);
  await first
    .getByRole("tab", { name: /^Note/ })
    .or(first.getByRole("button", { name: /^Note/ }))
    .first()
    .click();
  await first.getByRole("textbox", { name: "Internal note" }).fill("They use single sign-on.");
  await first.getByRole("button", { name: /^Add note/ }).click();
  await expect(thread(first)).toContainText("They use single sign-on.");

  const bell = second.getByRole("button", { name: /^Notices, \d+ unread/ });
  await expect(bell).toBeVisible();
  await bell.click();
  const notice = second.getByRole("button", { name: new RegExp(`^Unread:.*${subject}`) });
  await expect(notice).toContainText("added a note: “They use single sign-on.”");
  await notice.click();
  await expect(thread(second)).toContainText("They use single sign-on.");
  await second.getByRole("button", { name: /^Notices/ }).click();
  await expect(notice).toBeHidden();
  await expect(second.getByRole("button", { name: new RegExp(subject) })).toBeVisible();
});

test("people choose what they hear of", async ({ signedIn }) => {
  const page = await signedIn("agent");
  await page.goto("/account");
  const notices = page.getByRole("region", { name: "Notices" });
  const list = notices.getByRole("checkbox", { name: "A snooze is over: list" });
  const browser = notices.getByRole("checkbox", { name: "A snooze is over: browser" });
  await expect(list).toBeChecked();
  await list.uncheck();
  await expect(browser).toBeDisabled();
  await expect
    .poll(async () => {
      await page.reload();
      await expect(list).toBeVisible();
      return list.isChecked();
    })
    .toBe(false);
  // Just loaded anew, the page may not listen yet.
  await expect(async () => {
    await list.check({ timeout: 2000 });
    await expect(browser).toBeEnabled({ timeout: 2000 });
  }).toPass();
});
