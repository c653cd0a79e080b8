import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";
import { INSIDE, OUTSIDE, type Screen, type Shown } from "./screens";

type Unique = (word: string) => string;

/** Places that are named for each rule. */
const NAMED = 3;

/** Rules of WCAG 2.2 A and AA, and what axe calls best practice. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => [
    ...nodes
      .slice(0, NAMED)
      .map((node) => `${id}: ${node.target.join(" ")} (${node.failureSummary})`),
    ...(nodes.length > NAMED ? [`${id}: ${nodes.length - NAMED} more`] : []),
  ]);
}

const SCHEMES = ["light", "dark"] as const;

/** Changes the colours as the system of the person would, under whatever is open. */
async function inColours(page: Page, colorScheme: (typeof SCHEMES)[number]) {
  await page.emulateMedia({ colorScheme });
  const root = page.locator("html");
  if (await root.getAttribute("data-theme")) {
    await expect(root).toHaveAttribute("data-theme", colorScheme);
  }
}

/** Opens one screen after the other. @returns what is wrong, by the screen's name and colours */
async function walk(
  page: Page,
  screens: readonly Screen[],
  shown: Shown,
): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  page.setDefaultTimeout(10_000); // ms; a screen that does not come must not use up the test's time
  for (const [name, open] of screens) {
    await test.step(name, async () => {
      try {
        await open(page, shown);
        for (const scheme of SCHEMES) {
          await inColours(page, scheme);
          const found = await violations(page);
          if (found.length > 0) wrong[`${name}, ${scheme}`] = found;
        }
      } catch (error) {
        wrong[name] = [`it did not come: ${String(error).slice(0, 300)}`];
      }
    });
  }
  return wrong;
}

/** What is to be seen: a link to join, a link to rate, a question that nobody knows. */
async function arrange(page: Page, desk: Desk, unique: Unique): Promise<Shown> {
  const novel = await ask(desk, unique, "The velvet umbrella of the rooftop sings in G minor.");
  const asked = unique("Export");
  await ask(desk, unique, "How do I export our projects and time entries as CSV?", asked);
  return { join: await joinLink(page, unique), rate: await rateLink(page, asked), novel };
}

async function ask(desk: Desk, unique: Unique, body: string, subject = unique("Umbrella")) {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject,
    body,
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return ticketId;
}

async function joinLink(page: Page, unique: Unique): Promise<string> {
  await page.goto("/settings/people");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Noor Haddad");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(`${unique("noor")}@example.org`);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = dialog.getByRole("textbox", { name: "Link for the invitation" });
  await link.waitFor();
  return link.inputValue();
}

/** Has a draft approved on a desk that asks for ratings. @returns the link in the mail that left */
async function rateLink(page: Page, subject: string): Promise<string> {
  await page.goto("/settings");
  const form = page.getByRole("form", { name: "Ask for ratings" });
  const asks = form.getByRole("switch", { name: "Ask customers how an answer was" });
  if (!(await asks.isChecked())) {
    await asks.click();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
  }
  await page.goto("/queue/held");
  await page.getByRole("link", { name: new RegExp(subject) }).click();
  await page
    .getByRole("region", { name: "Drafted reply" })
    .getByRole("button", { name: /^Approve/ })
    .click();
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("Kept in the outbox");
  await page.goto("/outbox");
  await page.getByRole("link", { name: new RegExp(subject) }).click();
  await page.waitForURL(/\/outbox\/[\w-]+$/);
  const { raw } = await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json();
  const mail = String(raw).replace(/=\r\n/g, "").replaceAll("=3D", "=");
  return /How was this answer\? (\S+)/.exec(mail)?.[1] ?? "";
}

// Colours that are on their way to others would be judged as they are at that moment.
test.use({ contextOptions: { reducedMotion: "reduce" } });

test("no screen has violations, in light or dark", async ({ signedIn, desk, unique, page }) => {
  test.setTimeout(600_000); // about 40 screens
  const admin = await signedIn("admin");
  const shown = await arrange(admin, desk, unique);
  expect({
    ...(await walk(page, OUTSIDE, shown)),
    ...(await walk(admin, INSIDE, shown)),
  }).toEqual({});
});
