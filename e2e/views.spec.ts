import { expect, test } from "./fixtures";

test("an agent filters a list, keeps it as a view, shares it and takes a deletion back", async ({
  signedIn,
  unique,
}) => {
  const page = await signedIn("agent");
  const name = unique("Urgent");
  await page.goto("/queue/open");
  const list = page.getByRole("region", { name: "All open" });
  await list.getByRole("button", { name: "Filter", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Filter by" });
  await form.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("option", { name: "Priority" }).click();
  await form.getByRole("checkbox", { name: "Urgent" }).check();
  await form.getByRole("button", { name: "Add" }).click();

  await expect(page).toHaveURL(/[?&]f=/);
  await expect(page.getByRole("button", { name: "Priority is urgent", exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Priority is urgent", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Save as view" }).click();
  const save = page.getByRole("dialog", { name: "Save as view" });
  await save.getByLabel("Name").fill(name);
  await save.getByRole("switch", { name: /Shared/ }).click();
  await save.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/queue\/view_/);
  const nav = page.getByRole("navigation", { name: "Desk" });
  await expect(nav.getByRole("link", { name })).toBeVisible();

  const colleague = await signedIn("agent", 1);
  await colleague.goto("/queue/mine");
  const theirs = colleague.getByRole("navigation", { name: "Desk" }).getByRole("link", { name });
  await theirs.click();
  await expect(colleague.getByRole("region", { name })).toBeVisible();
  await expect(colleague.getByRole("button", { name: `View ${name}` })).toBeHidden();

  await page.getByRole("button", { name: `View ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(nav.getByRole("link", { name })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(nav.getByRole("link", { name })).toBeVisible();
});

test("a test is turned round, and asks for what is older", async ({ signedIn, desk, unique }) => {
  const word = unique("Turned");
  for (const channel of ["email", "api"]) {
    await desk.ingest({
      external_id: unique("mail"),
      channel,
      customer_email: `${unique("noor")}@example.org`,
      subject: `${word} by ${channel}`,
      body: "Our lift has no button for the fourth floor. What can we do about it?",
      escalation_reason: "The customer asked the assistant for a person.",
    });
  }
  const page = await signedIn("agent");
  const filter = JSON.stringify({ tests: [{ field: "subject", contains: word }] });
  await page.goto(`/queue/open?${new URLSearchParams({ f: filter })}`);
  const list = page.getByRole("region", { name: "All open" });
  const rows = list.getByRole("link", { name: new RegExp(word) });
  await expect(rows).toHaveCount(2);

  const form = page.getByRole("dialog", { name: "Filter by" });
  const choose = async (name: string, option: string) => {
    await form.getByRole("combobox", { name }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  await list.getByRole("button", { name: "Filter", exact: true }).click();
  await choose("Field", "Channel");
  await choose("Comparison", "is none of");
  await form.getByRole("checkbox", { name: "E-mail" }).check();
  await form.getByRole("button", { name: "Add" }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("by api");
  const chip = list.getByRole("button", { name: "Channel is not e-mail", exact: true });
  await chip.click();
  await expect(form.getByRole("combobox", { name: "Comparison" })).toContainText("is none of");
  await page.keyboard.press("Escape");

  await list.getByRole("button", { name: "Filter", exact: true }).click();
  await choose("Field", "Last message");
  await choose("Comparison", "More than … ago");
  await form.getByRole("button", { name: "Add" }).click();
  const older = list.getByRole("button", { name: "Last message more than 1 h ago", exact: true });
  await expect(older).toBeVisible();
  await expect(rows).toHaveCount(0);
  await list.getByRole("button", { name: "Remove: Last message more than 1 h ago" }).click();
  await expect(rows).toHaveCount(1);
});

test("an agent changes several tickets at once, and takes it back", async ({
  signedIn,
  unique,
}) => {
  const page = await signedIn("agent");
  const tag = unique("bulk");
  await page.goto("/queue/open");
  const boxes = page.getByRole("region", { name: "All open" }).getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const bar = page.getByRole("region", { name: "Selected tickets" });
  await expect(bar.getByRole("status")).toHaveText("2 selected");
  await bar.getByRole("button", { name: "Tags" }).click();
  const window = page.getByRole("dialog", { name: "Tags" });
  await window.getByLabel("Add").fill(tag);
  await window.getByLabel("Add").press("Enter");
  await window.getByRole("button", { name: "Change tags" }).click();
  await expect(page.getByText(`2 tickets: tagged ${tag}`)).toBeVisible();

  const tagged = `/queue/open?f=${encodeURIComponent(
    JSON.stringify({ tests: [{ field: "tag", in: [tag] }] }),
  )}`;
  const rows = page.getByRole("region", { name: "All open" }).getByRole("checkbox");
  const second = await page.context().newPage();
  await second.goto(tagged);
  await expect(second.getByRole("region", { name: "All open" }).getByRole("checkbox")).toHaveCount(
    2,
  );

  await page.getByRole("button", { name: "Undo" }).click();
  await second.reload();
  await expect(second.getByText("Nothing passes the filter")).toBeVisible();
  await expect(rows.first()).toBeVisible();
});
