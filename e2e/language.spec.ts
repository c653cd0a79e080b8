import { expect, opens, test } from "./fixtures";

const GERMAN_DAY =
  /\d{1,2}\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}/;
/** "Good day, when does the next invoice come?", in Arabic. */
const ARABIC = "مرحبا، متى تأتي الفاتورة القادمة؟";

test("somebody works in German, and in English again", async ({ signedIn, desk, unique }) => {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("jana")}@example.org`,
    customer_name: "Jana Weiß",
    subject: unique("Export"),
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("admin");
  await page.goto("/account");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const language = page.getByRole("combobox", { name: "Sprache" });
  await expect(language).toContainText("Deutsch");

  await page.goto("/queue/open");
  await expect(page.getByRole("heading", { level: 1, name: /^Alle offenen/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Nicht zugewiesen/ })).toBeVisible();
  await expect(page).toHaveTitle(/Alle offenen/);

  await page.goto(`/queue/open/${ticketId}`);
  await expect(page.getByRole("log", { name: "Gespräch" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Zuständig" })).toContainText("Nicht zugewiesen");
  // What the desk has stored in English is said in German; what the customer wrote stays.
  await expect(
    page.getByText(/Das bleibt einer Person überlassen: es kam eskaliert an/i).first(),
  ).toBeVisible();
  const message = page.getByRole("article", { name: "Jana Weiß schrieb" });
  await expect(message).toContainText("How do I export our projects");
  await expect(message.getByRole("time").first()).toHaveAttribute("title", GERMAN_DAY);

  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Einstellungen" })).toBeVisible();

  await page.goto("/account");
  await language.click();
  await page.getByRole("option", { name: "Wie im Browser eingestellt" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(page.getByRole("log", { name: "Conversation" })).toBeVisible();
  await expect(
    page.getByText(/It is left to a person: it arrived escalated/i).first(),
  ).toBeVisible();
});

test("who is not signed in sees the page in the browser's language", async ({ browser, desk }) => {
  const context = await browser.newContext({ locale: "de-AT", baseURL: desk.url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await expect(page.getByLabel("Passwort")).toBeVisible();
  await context.close();
});

test("Arabic is read from the right, in the list, the conversation and the composer", async ({
  signedIn,
  desk,
  unique,
}) => {
  const subject = `${ARABIC} ${unique("a")}`;
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("amal")}@example.org`,
    customer_name: "أمل حداد",
    subject,
    body: ARABIC,
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  const row = page.getByRole("main").getByText(subject, { exact: true });
  await expect(row).toHaveCSS("direction", "rtl");
  await page.goto(`/queue/open/${ticketId}`);
  await expect(page.getByRole("heading", { level: 1, name: subject })).toHaveCSS(
    "direction",
    "rtl",
  );
  const said = page.getByRole("log").getByText(ARABIC, { exact: true });
  await expect(said).toHaveCSS("direction", "rtl");
  const field = page.getByRole("textbox", { name: "Reply to the customer" });
  await opens(page, "r", field.and(page.locator(":focus")));
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await field.focus();
  await page.keyboard.insertText(ARABIC);
  await expect(field.getByText(ARABIC)).toHaveCSS("direction", "rtl");
});
