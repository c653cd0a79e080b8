import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** One kind of problem in three wordings; no article of the demo tells of it. */
const ASKED = [
  "The espresso grinder add-on beeps twice and shows the glyph owl.",
  "Our grinder add-on shows the owl glyph and beeps twice at every espresso.",
  "Two beeps and the owl glyph: what does the espresso grinder add-on want?",
];

async function ask(desk: Desk, unique: (word: string) => string, body: string) {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: "Grinder",
    body,
  });
  return ticketId;
}

test("questions unlike anything seen are one kind, until somebody writes for it or dismisses it", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("reviewer");
  let last = "";
  for (const body of ASKED) last = await ask(desk, unique, body);

  // Its place on the ticket leads to its kind.
  await page.goto(`/queue/held/${last}`);
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(async () => {
    await page.reload();
    await expect(log).toContainText("Unlike anything seen so far", { timeout: 2000 });
  }).toPass();
  await log.getByRole("link", { name: /^Unlike anything seen so far/ }).click();
  await page.waitForURL(/\/learning\/unknown\//);
  const tickets = page.getByRole("list", { name: "Tickets of this kind" });
  await expect(async () => {
    await page.reload();
    await expect(tickets.getByRole("listitem")).toHaveCount(ASKED.length, { timeout: 2000 });
  }).toPass();

  await page.goto("/learning");
  const unknown = page.getByRole("region", { name: "Unknown questions" });
  const kind = unknown
    .getByRole("list", { name: "Kinds of questions" })
    .getByRole("listitem")
    .filter({ hasText: "grinder" });
  await expect(kind).toContainText("3 questions");

  const title = unique("What the owl glyph means");
  await kind.getByRole("link", { name: /^Write an article/ }).click();
  await expect(page.getByText("asked 3 times, for instance:")).toBeVisible();
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await page.getByRole("textbox", { name: "Text" }).fill("The owl asks for water: fill the tank.");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(async () => {
    await page.goto("/learning");
    await expect(kind.getByRole("link", { name: title })).toBeVisible({ timeout: 2000 });
  }).toPass();

  await kind.getByRole("button", { name: /^Dismiss/ }).click();
  await expect(kind).toHaveCount(0);
  await unknown.getByRole("tab", { name: /^Dismissed/ }).click();
  await kind.getByRole("button", { name: /^Reopen/ }).click();
  await expect(kind).toHaveCount(0);
  await unknown.getByRole("tab", { name: /^Open/ }).click();
  await expect(kind).toContainText("3 questions");
});
