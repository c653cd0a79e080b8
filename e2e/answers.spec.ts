import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, opens, test } from "./fixtures";

type Ask = { desk: Desk; unique: (word: string) => string };

async function ask({ desk, unique }: Ask, body: string) {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: "Label printer",
    body,
  });
  return ticketId;
}

async function answerByHand(page: Page, ticketId: string, words: string) {
  await page.goto(`/queue/held/${ticketId}`);
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(log).toContainText("Draft held");
  const field = page.getByRole("textbox", { name: "Reply to the customer" });
  await opens(page, "r", field);
  await field.fill(`Hi Kim,\n\n${words}`);
  await page.getByRole("button", { name: /^Send reply/ }).click();
  await expect(log).toContainText(words.slice(0, 40));
}

test("answers by hand are listed, released, edited, put together and retired", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("reviewer");
  const mark = unique("printer").replaceAll("-", "");
  const first = `Please feed the roll of ${mark} from behind until it clicks, then close the lid.`;
  const second = `Take the ${mark} lid off, push the sensor back and calibrate it for ninety seconds.`;
  const one = await ask({ desk, unique }, "The label printer blinks twice and prints nothing.");
  await answerByHand(page, one, first);
  await answerByHand(page, await ask({ desk, unique }, "Our labels come out half empty."), second);

  const search = page.getByRole("searchbox", { name: "Search answers" });
  const cards = page.getByRole("list", { name: "Answers" }).getByRole("article");
  // It is learned once the reply can't be taken back.
  await expect(async () => {
    await page.goto("/answers");
    await search.fill(mark);
    await expect(cards).toHaveCount(2, { timeout: 2000 });
  }).toPass();
  const feed = cards.filter({ hasText: "feed the roll" });
  const sensor = cards.filter({ hasText: "push the sensor" });
  await expect(feed).toContainText("1 use in 1 account, 0 accepted as drafted");
  await expect(feed.getByRole("link", { name: /^#\d+$/ })).toBeVisible();

  await feed.getByRole("button", { name: "Release to everyone" }).click();
  await expect(feed).toContainText("Released");

  const choose = async (card: typeof feed, item: string) => {
    await card.getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await feed.getByRole("button", { name: "Edit…" }).click();
  const edit = page.getByRole("dialog", { name: "Edit answer" });
  await edit.getByRole("textbox", { name: "Text" }).fill(`${first} Call {boss} then.`);
  await expect(edit).toContainText("Nobody can fill in {boss}");
  await expect(edit.getByRole("button", { name: "Save" })).toBeDisabled();
  await edit.getByRole("textbox", { name: "Text" }).fill(`${first} All the best, {name}.`);
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(feed.locator("mark")).toHaveText("{name}");

  await choose(sensor, "Merge into…");
  const merge = page.getByRole("dialog", { name: "Merge into another answer" });
  await merge.getByRole("searchbox", { name: "Find answers" }).fill(mark);
  await merge.getByRole("radio", { name: /feed the roll/ }).check();
  await merge.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(cards).toHaveCount(1);
  await expect(feed).toContainText("2 uses in 2 accounts");
  await feed.getByRole("button", { name: /^Take out again/ }).click();
  await expect(cards).toHaveCount(2);

  await choose(feed, "Retire");
  await expect(feed).toContainText("Retired");
  await feed.getByRole("button", { name: "Restore" }).click();
  await expect(feed).toContainText("Released");

  await page.goto(`/queue/open/${one}`);
  const log = page.getByRole("log", { name: "Conversation" });
  await page.getByRole("button", { name: "Full timeline" }).click();
  await expect(log).toContainText(/\d+ of \d+ open tickets would now be answered differently/);
});

test("an agent reads answers and changes none", async ({ signedIn }) => {
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  await page.getByRole("link", { name: "Answers", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Answers" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^More for/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Release to everyone" })).toHaveCount(0);
});
