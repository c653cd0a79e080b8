import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Chooses from a list by keys alone. */
async function choose(page: Page, name: string, option: string) {
  const list = page.getByRole("complementary").getByRole("combobox", { name, exact: true }).last();
  await list.focus();
  await page.keyboard.press("Enter");
  const wanted = page.getByRole("option", { name: option, exact: true });
  await wanted.waitFor();
  // Just opened, a list that still finds its place takes the focus back to what is chosen.
  await expect(async () => {
    await page.keyboard.type(option);
    await expect(wanted).toBeFocused({ timeout: 1500 }); // ms; then letters begin a new word
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(list).toContainText(option);
}

test("a rule is written by keys, tried, back-tested, saved, seen at work and taken back", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("admin");
  await page.goto("/settings/rules");
  const word = unique("zebra");
  const name = `Zebras ${word}`;

  // Written, and put first, without a mouse.
  await page.getByRole("button", { name: "New rule" }).focus();
  await page.keyboard.press("Enter");
  const pane = page.getByRole("complementary", { name: "Rule, try it, back-test" });
  await pane.getByRole("textbox", { name: "Name" }).fill(name);
  await pane.getByRole("button", { name: "Add condition" }).focus();
  await page.keyboard.press("Enter");
  await expect(pane.getByText("Text mentions: say which words.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save rules" })).toBeDisabled();
  await pane.getByRole("textbox", { name: "Text mentions" }).fill(word);
  await choose(page, "Team", "Security");
  await choose(page, "Priority", "Urgent");
  await expect(
    page.getByText(`If text mentions “${word}”, then team Security, priority urgent; stop`),
  ).toBeVisible();
  const list = page.getByRole("list", { name: "Routing rules" });
  const card = list.getByRole("button", { name: new RegExp(`\\d+\\. ${name}`) });
  await card.focus();
  for (let place = 7; place > 1; place--) {
    await page.keyboard.press("Alt+ArrowUp");
    await expect(page.getByText(`${name} moved to place ${place - 1} of 7.`)).toBeAttached();
  }
  await expect(card).toBeFocused();

  // A reload asks, and loses nothing.
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(card).toContainText("1. ");

  // Tried on a text.
  await pane.getByRole("tab", { name: "Try it" }).click();
  await pane
    .getByRole("textbox", { name: "What the customer writes" })
    .fill(`My ${word} is broken`);
  await pane.getByRole("button", { name: "Try it" }).click();
  await expect(pane.getByRole("region", { name: "Outcome" })).toContainText(
    "Team Security, priority urgent",
  );
  await expect(pane.getByRole("region", { name: "Verdict of each rule" })).toContainText(
    `✓ Matches ${name}`,
  );
  await expect(pane.locator("mark", { hasText: word })).toBeVisible();

  // Back-tested: no past ticket has the word.
  await pane.getByRole("tab", { name: "Back-test" }).click();
  await pane.getByRole("button", { name: "Run back-test" }).click();
  await expect(pane.getByText(/^0 of [\d,]+ decisions would change$/)).toBeVisible();
  await expect(page).toHaveURL(/backtest=/);

  // Saved, after a look at what changes.
  await page.getByRole("button", { name: "Save rules" }).click();
  const saving = page.getByRole("dialog", { name: "Save rules" });
  await expect(saving.getByRole("list", { name: "What will change" })).toContainText(name);
  await saving.getByRole("textbox", { name: /^Why/ }).fill("For the zoo");
  await saving.getByRole("button", { name: "Save and put in force" }).click();
  await expect(saving).toBeHidden();

  // At work on the next ticket.
  const subject = unique("stripes");
  await desk.ingest({
    external_id: subject,
    channel: "email",
    customer_email: `${unique("zoe")}@example.org`,
    subject,
    body: `Where do I find the ${word} setting?`,
  });
  const agent = await signedIn("agent");
  await agent.goto("/queue/open");
  await agent.getByRole("link", { name: new RegExp(subject) }).click();
  await expect(agent.getByRole("combobox", { name: "Team" })).toContainText("Security");

  // And back again.
  await page.getByRole("button", { name: "History" }).click();
  const history = page.getByRole("dialog", { name: "History of the rules" });
  await expect(history.getByText("For the zoo")).toBeVisible();
  await history
    .getByRole("button", { name: /^Go back to version/ })
    .first()
    .click();
  await expect(history).toBeHidden();
  await expect(card).toBeHidden();
});

test("two who write at once lose nothing and see what the other did", async ({
  signedIn,
  unique,
}) => {
  const [ada, ben] = [await signedIn("admin"), await signedIn("admin")];
  for (const page of [ada, ben]) await page.goto("/settings/rules");
  const [theirs, mine] = [unique("Theirs"), unique("Mine")];
  await ben.getByRole("button", { name: "New rule" }).click();
  await ben.getByRole("textbox", { name: "Name" }).fill(mine);
  await ada.getByRole("button", { name: "New rule" }).click();
  await ada.getByRole("textbox", { name: "Name" }).fill(theirs);
  await ada.getByRole("button", { name: "Save rules" }).click();
  await ada.getByRole("button", { name: "Save and put in force" }).click();

  const notice = ben.getByRole("alert", { name: "Somebody else saved" });
  await expect(notice).toContainText(theirs);
  await expect(ben.getByRole("button", { name: "Save rules" })).toBeDisabled();
  await notice.getByRole("button", { name: "Take theirs, put mine aside" }).click();
  await expect(ben.getByRole("list", { name: "Routing rules" })).toContainText(theirs);
  await ben.getByRole("button", { name: "Bring it back" }).click();
  await expect(ben.getByRole("list", { name: "Routing rules" })).toContainText(mine);
  await ben.getByRole("button", { name: "Discard" }).click();
  await ben.getByRole("button", { name: "Discard changes" }).click();
});

test("an agent gets neither the page nor the routes", async ({ signedIn }) => {
  for (const role of ["agent", "reviewer"] as const) {
    const page = await signedIn(role);
    await page.goto("/settings/rules");
    await expect(page.getByRole("heading", { name: "Routing rules" })).toBeHidden();
    await expect(page.getByText("There is nothing here")).toBeVisible();
    for (const path of ["rules", "rules/targets", "rules/versions"]) {
      expect((await page.request.get(`/api/${path}`)).status()).toBe(403);
    }
    const id = "0190a000-0000-7000-8000-000000000001";
    expect((await page.request.get(`/api/backtests/${id}`)).status()).toBe(403);
  }
});
