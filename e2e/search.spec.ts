import { expect, opens, test } from "./fixtures";

/** A ticket whose words and customer no other test has. */
async function ticketOf(
  desk: { ingest: (request: object) => Promise<{ ticketId: string }> },
  unique: (word: string) => string,
) {
  const word = `quux${unique("w").replace(/\D/g, "")}`;
  const { ticketId } = await desk.ingest({
    external_id: unique("request"),
    channel: "email",
    customer_email: `${unique("search")}@example.org`,
    customer_name: "Xaviera Quillfeather",
    subject: "The projector hums",
    body: `Since the update the projector makes a noise. The code on it is ${word}.`,
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return { word, ticketId };
}

test("words are found, marked, kept in the address, and opened with the keys", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { word, ticketId } = await ticketOf(desk, unique);
  const page = await signedIn("agent");
  await page.goto("/search");
  const box = page.getByRole("searchbox", { name: "Search tickets and customers" });
  await expect(box).toBeFocused();
  await box.fill(`${word} is:open`);

  const results = page.getByRole("list", { name: "Tickets" });
  await expect(results.getByRole("listitem")).toHaveCount(1);
  await expect(results.locator("mark")).toHaveText(word);
  await expect(page).toHaveURL(new RegExp(`/search\\?q=${word}`));
  await page.reload();
  await expect(results.getByRole("listitem")).toHaveCount(1);

  await box.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(ticketId));
  await page.goBack();
  await expect(box).toHaveValue(`${word} is:open`);
  await expect(results.getByRole("listitem")).toHaveCount(1);
});

test("a misspelt name is found, and an operator that is not understood says so", async ({
  signedIn,
  desk,
  unique,
}) => {
  await ticketOf(desk, unique);
  const page = await signedIn("agent");
  await page.goto("/search?q=Quilfeather");
  await expect(page.getByRole("list", { name: "Customers" })).toContainText("Xaviera Quillfeather");

  await page.getByText("What you can write").click();
  await page.getByRole("button", { name: /^status:open/ }).click();
  const box = page.getByRole("searchbox", { name: "Search tickets and customers" });
  await expect(box).toHaveValue("Quilfeather status:open");
  await box.fill("status:lost colour:red");
  await expect(page.getByText(/"lost" was passed over\. status: takes open/)).toBeVisible();
  await expect(page.getByText(/There is no operator colour:/)).toBeVisible();
});

test("the palette jumps to a number, finds words, runs commands, and gives the focus back", async ({
  signedIn,
  desk,
  unique,
}) => {
  const { word, ticketId } = await ticketOf(desk, unique);
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  await expect(page.getByRole("heading", { name: /^All open/ })).toBeVisible();
  const palette = page.getByRole("dialog", { name: "Search or run a command" });
  const box = palette.getByRole("combobox");

  await page.keyboard.press("Control+k");
  await expect(box).toBeFocused();
  await box.fill(word);
  await expect(
    palette.getByRole("option", { name: /The projector hums/, selected: true }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(ticketId));
  const label = await page
    .getByRole("article", { name: /^Ticket \d+$/ })
    .getAttribute("aria-label");
  const number = label?.replace("Ticket ", "") ?? "";

  await page.goto("/queue/mine");
  await page.getByRole("button", { name: /^Search or jump to/ }).click();
  await box.fill(`#${number}`);
  await expect(palette.getByRole("option", { name: `Go to ticket #${number}` })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(ticketId));

  await page.keyboard.press("Control+k");
  await box.fill("my tickets");
  await palette.getByRole("option", { name: /My tickets/ }).click();
  await expect(page).toHaveURL(/\/queue\/mine/);

  const opener = page.getByRole("button", { name: /^Search or jump to/ });
  await opener.click();
  await expect(box).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(opener).toBeFocused();

  await page.goto("/search");
  const field = page.getByRole("searchbox", { name: "Search tickets and customers" });
  await expect(field).toBeFocused();
  await opens(page, "Control+k", palette);
  await page.keyboard.press("Escape");
  await expect(field).toBeFocused();
});
