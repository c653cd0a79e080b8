import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, opens, signIn, test } from "./fixtures";

const PASSWORD = "a password that nobody would guess";

async function chooseOption(page: Page, list: string, option: string) {
  await page.getByRole("combobox", { name: list, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("somebody is invited, joins by the link, and gets another role", async ({
  signedIn,
  unique,
  browser,
  desk,
}) => {
  const admin = await signedIn("admin");
  await admin.goto("/settings/people");
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = admin.getByRole("dialog", { name: "Invite somebody" });
  const name = unique("Noor");
  const email = `${name.toLowerCase()}@example.org`;
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("radio", { name: /^Agent/ }).check();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByLabel("Link for the invitation").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(admin.getByRole("list", { name: "Invitations" })).toContainText(name);

  const newcomer = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await newcomer.goto(link);
  await expect(newcomer.getByText(email)).toBeVisible();
  await newcomer.getByLabel("Password").fill("short");
  await newcomer.getByRole("button", { name: "Join the desk" }).click();
  await expect(newcomer.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await newcomer.getByLabel("Password").fill(PASSWORD);
  await newcomer.getByRole("button", { name: "Join the desk" }).click();
  await newcomer.waitForURL(/\/queue\//);
  await expect(newcomer.getByRole("link", { name: "Settings", exact: true })).toHaveCount(0);

  // The link works once.
  const second = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await second.goto(link);
  await expect(second.getByRole("main").getByRole("alert")).toBeVisible();
  await second.context().close();

  // Another role counts from the next click on.
  await admin.reload();
  await admin.getByRole("button", { name: `Change ${name}` }).click();
  const person = admin.getByRole("dialog", { name });
  await person.getByRole("radio", { name: /^Admin/ }).check();
  await person.getByRole("button", { name: "Save", exact: true }).click();
  await expect(person).toBeHidden();
  await expect(
    admin.getByRole("list", { name: "People" }).getByRole("listitem", { name }),
  ).toContainText("Admin");
  await newcomer.goto("/settings/people");
  await expect(newcomer.getByRole("heading", { level: 1 })).toContainText("People and teams");
  await newcomer.context().close();
});

test("a category is renamed and merged into another", async ({ signedIn, unique }) => {
  const page = await signedIn("admin");
  await page.goto("/settings/labels");
  const categories = page.getByRole("list", { name: "Categories" });
  const [first, second] = [unique("Hardware"), unique("Devices")];
  await page.getByRole("button", { name: "New category" }).click();
  await page.getByLabel("Name", { exact: true }).fill(first);
  await page.getByRole("button", { name: "Save", exact: true }).click();

  await categories.getByRole("button", { name: `Change ${first}` }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  const renaming = page.getByRole("dialog", { name: `Rename ${first}` });
  await renaming.getByLabel("Name", { exact: true }).fill(second);
  await renaming.getByRole("button", { name: "Save" }).click();
  await expect(categories.getByRole("listitem", { name: second })).toBeVisible();
  await expect(categories.getByRole("listitem", { name: first })).toHaveCount(0);

  // A ticket has it, and has the other one after the merge.
  await page.goto("/queue/open");
  await page.getByRole("region", { name: "All open" }).getByRole("link").first().click();
  await page.getByRole("combobox", { name: "Category" }).click();
  await page.getByRole("option", { name: second, exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Category" })).toContainText(second);
  await expect(page.getByText("Label changed; the desk learns it")).toBeVisible();
  const ticket = page.url();

  await page.goto("/settings/labels");
  await expect(categories.getByRole("listitem", { name: second })).toContainText("1 ticket");
  await categories.getByRole("button", { name: `Change ${second}` }).click();
  await page.getByRole("menuitem", { name: "Merge into another…" }).click();
  const merging = page.getByRole("dialog", { name: `Merge ${second} into…` });
  await merging.getByRole("combobox", { name: "Merge into" }).click();
  await page.getByRole("option", { name: "Billing", exact: true }).click();
  await merging.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(merging).toBeHidden();
  await expect(categories.getByRole("listitem", { name: second })).toHaveCount(0);
  await expect(async () => {
    await page.goto(ticket);
    const category = page.getByRole("combobox", { name: "Category" });
    await expect(category).toContainText("Billing", { timeout: 2000 });
  }).toPass();
});

test("a macro and a tag are made, and the macro is used in a ticket", async ({
  signedIn,
  desk,
  unique,
}) => {
  const admin = await signedIn("admin");
  await admin.goto("/settings/content");
  const [macro, tag] = [unique("Ask for a screenshot"), unique("needs-picture")];
  await admin.getByRole("button", { name: "New tag" }).click();
  const tagging = admin.getByRole("dialog", { name: "New tag" });
  await tagging.getByLabel("Name", { exact: true }).fill(tag);
  await tagging.getByLabel("What it means").fill("A picture would help");
  await tagging.getByRole("button", { name: "Save" }).click();
  const tags = admin.getByRole("list", { name: "Tags" });
  await expect(tags.getByRole("listitem", { name: tag })).toContainText("0 tickets");

  await admin.getByRole("button", { name: "New macro" }).click();
  const writing = admin.getByRole("dialog", { name: "New macro" });
  await writing.getByLabel("Name", { exact: true }).fill(macro);
  await writing.getByLabel("Words").fill("Hi {nobody}");
  await expect(writing.getByText("Nobody can fill in {nobody}.")).toBeVisible();
  await writing.getByLabel("Words").fill("Could you send us a screenshot?");
  await writing.getByLabel("Adds tags").fill(tag);
  await writing.getByRole("combobox", { name: "Priority" }).click();
  await admin.getByRole("option", { name: "High", exact: true }).click();
  await writing.getByRole("button", { name: "Save" }).click();
  await expect(
    admin.getByRole("list", { name: "Macros" }).getByRole("listitem", { name: macro }),
  ).toBeVisible();

  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: "Export",
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const agent = await signedIn("agent");
  await agent.goto(`/queue/held/${ticketId}`);
  // Whatever the desk does by itself is done: it would change the ticket under the macro.
  await expect(agent.getByRole("log", { name: "Conversation" })).toContainText("Draft held");
  const field = agent.getByRole("textbox", { name: "Reply to the customer" });
  await opens(agent, "r", field);
  await agent.getByRole("button", { name: /^Macro/ }).click();
  await agent.getByRole("menuitem", { name: macro }).click();
  await expect(field).toContainText("Could you send us a screenshot?");
  await expect(agent.getByRole("combobox", { name: "Priority" })).toContainText("High");
  await expect(agent.getByRole("region", { name: "Customer and ticket" })).toContainText(tag);

  await admin.reload();
  await expect(tags.getByRole("listitem", { name: tag })).toContainText("1 ticket");
});

test("the audit log is filtered and exported", async ({ signedIn, unique }) => {
  const page = await signedIn("admin");
  await page.goto("/settings/content");
  const tag = unique("audited");
  await page.getByRole("button", { name: "New tag" }).click();
  await page.getByLabel("Name", { exact: true }).fill(tag);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("listitem", { name: tag })).toBeVisible();

  await page.goto("/settings/audit");
  const changes = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
  await chooseOption(page, "Kind of change", "Tags");
  await expect(changes.first()).toContainText(tag);
  await expect(changes.filter({ hasText: /^Setting/ })).toHaveCount(0);
  await chooseOption(page, "Kind of change", "Routing rules");
  await expect(changes.filter({ hasText: tag })).toHaveCount(0);
  await chooseOption(page, "Kind of change", "Tags");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as JSON" }).click();
  const file = await (await downloading).path();
  const { rows } = JSON.parse(await readFile(file, "utf8"));
  expect(rows[0]).toMatchObject({ type: "tag.changed", payload: { name: tag } });
  for (const row of rows) expect(row.type).toBe("tag.changed");
});

test("somebody signs out everywhere else", async ({ signedIn, browser, desk }) => {
  const page = await signedIn("agent", 1);
  const other = await (await browser.newContext({ baseURL: desk.url })).newPage();
  const person = desk.people.filter(({ role }) => role === "agent")[1];
  if (!person) throw new Error("the desk has only one agent");
  await signIn(other, person);

  await page.goto("/account");
  const browsers = page.getByRole("list", { name: "Browsers" }).getByRole("listitem");
  await expect(browsers.filter({ hasText: "this one" })).toHaveCount(1);
  await expect(browsers).not.toHaveCount(1);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(browsers).toHaveCount(1);

  await other.goto("/queue/open");
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.context().close();
});
