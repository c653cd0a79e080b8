import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** One kind of problem in three wordings; no article of the demo tells of it. */
const ASKED = [
  "The kiosk tablet in our lobby shows a purple screen after the night.",
  "Every morning the lobby tablet has a purple screen.",
  "A purple screen is on the kiosk tablet again this morning.",
];
const ASKED_ANEW = "Our kiosk tablet has been purple since the morning. What should we do?";
const ANSWER =
  "Please hold both buttons of the tablet for ten heartbeats until the logo shows. Then open Kiosk and choose Pair again.";

type Ask = { desk: Desk; unique: (word: string) => string };

async function ask({ desk, unique }: Ask, body: string) {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: "Tablet",
    body,
  });
  return ticketId;
}

async function answerByHand(page: Page, ticketId: string) {
  await page.goto(`/queue/held/${ticketId}`);
  const field = page.getByRole("textbox", { name: "Reply to the customer" });
  // A reply to a ticket that has moved on meanwhile would be refused.
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("Draft held");
  // The page takes keys once it is alive.
  await expect(async () => {
    await page.keyboard.press("r");
    await expect(field).toBeVisible({ timeout: 1000 });
  }).toPass();
  await field.fill(`Hi Kim,\n\n${ANSWER}`);
  await page.getByRole("button", { name: /^Send reply/ }).click();
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("choose Pair again.");
}

test("what a person answered three times is drafted for a fourth, until it is taken back", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("reviewer");
  for (const body of ASKED) await answerByHand(page, await ask({ desk, unique }, body));
  await page.goto("/learning");
  const ledger = page.getByRole("region", { name: "Ledger" });
  const undo = ledger.getByRole("button", { name: /^Undo \d+: Answered by hand/ });
  await expect(async () => {
    await page.reload();
    await expect(undo).toHaveCount(ASKED.length);
  }).toPass();

  const fourth = await ask({ desk, unique }, ASKED_ANEW);
  await page.goto(`/queue/held/${fourth}`);
  const draft = page.getByRole("region", { name: "Drafted reply" });
  await expect(draft).toContainText("choose Pair again.");
  await draft.getByRole("button", { name: /^Why this score/ }).click();
  await expect(draft.getByRole("region", { name: "Why this score" })).toContainText(
    /given in #\d+, #\d+, #\d+/,
  );

  await page.goto("/learning");
  for (let left = ASKED.length; left > 0; left--) {
    await undo.first().click();
    await expect(undo).toHaveCount(left - 1);
  }
  const fifth = await ask({ desk, unique }, ASKED_ANEW);
  await page.goto(`/queue/held/${fifth}`);
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("has been purple");
  await expect(draft).toContainText("no reply drafted");
  await expect(draft).not.toContainText("choose Pair again.");
});

test("an article is written, published and found; retired, it is quoted no more", async ({
  signedIn,
  unique,
}) => {
  const page = await signedIn("reviewer");
  const title = unique("Pair a kiosk");
  await page.goto("/articles/new");
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await page
    .getByRole("textbox", { name: "Text" })
    .fill("## Steps\n\n- Open **Kiosk**\n- Choose Pair");
  await page.getByRole("tab", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "Steps" })).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const quotes = page.getByRole("region", { name: "What replies may quote" });
  await expect(quotes).toContainText("Open Kiosk");

  await page.getByRole("button", { name: "Retire" }).click();
  await expect(quotes).toContainText("only published articles are quoted");
  await page.goto("/articles");
  await expect(page.getByRole("link", { name: title })).toContainText("Retired");
});
