import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Chooses from a list of the side panel. */
async function choose(page: Page, list: string, option: string) {
  const panel = page.getByRole("region", { name: "Customer and ticket" });
  await panel.getByRole("combobox", { name: list, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("a promise is written, forecast, counted on the ticket, taken away and put back", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("admin");
  const word = unique("zebra");
  const name = `Promise ${word}`;
  await page.goto("/settings/sla");
  await expect(page.getByRole("heading", { name: "Promises" })).toBeVisible();

  // It covers nothing yet, and says so before it is saved.
  await page.getByRole("button", { name: "New policy" }).click();
  const dialog = page.getByRole("dialog", { name: "New policy" });
  const save = dialog.getByRole("button", { name: "Save" });
  await expect(dialog.getByText("Promise one of the three at least.")).toBeVisible();
  await expect(save).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Add condition" }).click();
  await dialog.getByRole("textbox", { name: "Text mentions" }).fill(word);
  await dialog.getByRole("textbox", { name: "First reply, hours" }).fill("0");
  await expect(dialog.getByText("From 1 minute to a year.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "First reply, hours" }).fill("2");
  await dialog.getByRole("textbox", { name: "First reply, minutes" }).fill("30");
  // The policies before it take every ticket.
  await expect(dialog.getByText("Now it covers no open ticket.")).toBeVisible();
  await save.click();
  await expect(dialog).toBeHidden();
  const policy = page.getByRole("listitem", { name, exact: true });
  await expect(policy).toContainText("first reply in 2 h 30 min; around the clock");
  const up = policy.getByRole("button", { name: `Move ${name} up` });
  const policies = page.getByRole("list", { name: "Policies" }).getByRole("listitem");
  for (let place = await policies.count(); place > 1; place--) {
    await up.click();
    await expect(policies.nth(place - 2)).toContainText(name);
  }
  await expect(up).toBeDisabled();

  // A request gets it, and agents see the countdown, and why.
  const { ticketId } = await desk.ingest({
    external_id: unique("mail"),
    channel: "email",
    customer_email: `${unique("jo")}@example.org`,
    subject: unique("Stripes"),
    body: `The stripes of our ${word} have turned blue since this morning.`,
  });
  const agent = await signedIn("agent");
  await agent.goto(`/queue/open/${ticketId}`);
  const promises = agent.getByRole("region", { name: "Promises" });
  await expect(promises).toContainText(name);
  await expect(promises).toContainText("Due in 2 h");
  await expect(promises).toContainText(`the text has "${word}"`);
  await expect(promises).toContainText("around the clock");

  // Over: the clock stops. Removed: nothing is promised. Undone: it is again.
  await choose(agent, "Status", "Resolved");
  await expect(promises).toContainText("stopped: the ticket is over");
  await choose(agent, "Status", "Open");
  await policy.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(policy).toBeHidden();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(policy).toBeVisible();

  // Nothing is left for other tests.
  await policy.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(policy).toBeHidden();
});

test("a calendar says when it opens next; a list of holidays is pasted", async ({
  signedIn,
  unique,
}) => {
  const page = await signedIn("admin");
  const name = unique("Night shift");
  await page.goto("/settings/sla");
  await page.getByRole("button", { name: "New calendar" }).click();
  const dialog = page.getByRole("dialog", { name: "New calendar" });
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  const zone = dialog.getByRole("combobox", { name: "Time zone" });
  await zone.fill("Mars/Base");
  await expect(dialog.getByText("Written like Europe/Berlin.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await zone.fill("Asia/Tokyo");
  await expect(dialog.getByText(/^Now: (open|closed)/)).toBeVisible();

  await dialog.getByRole("button", { name: "Paste a list" }).click();
  const list = dialog.getByRole("textbox", { name: "One day a line" });
  await list.fill("2031-12-25 Christmas\nsomeday");
  await expect(dialog.getByText("No day: someday")).toBeVisible();
  await list.fill("2031-12-25 Christmas\n26.12.2031 Second day");
  await dialog.getByRole("button", { name: "Add 2 days" }).click();
  await dialog.getByRole("button", { name: "Remove 2031-12-26 Second day" }).click();
  const monday = dialog.getByRole("group", { name: "Monday" });
  await monday.getByLabel("To", { exact: true }).fill("08:00");
  await expect(dialog.getByText("The hours must close after they open.")).toBeVisible();
  await monday.getByLabel("To", { exact: true }).fill("18:00");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  const calendar = page.getByRole("listitem", { name, exact: true });
  await expect(calendar).toContainText("Mon 09:00–18:00; Tue–Fri 09:00–17:00 (Asia/Tokyo)");
  await expect(calendar).toContainText("1 holiday");
  await expect(calendar).toContainText("used by no policy");
  await calendar.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(calendar).toBeHidden();
});
