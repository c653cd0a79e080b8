import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** Questions that the demo articles answer. */
const ASKED = 3;

/** A confidence that no draft of a young desk reaches. */
const HOLDS = "0.99";

const bands = (page: Page) => page.getByRole("form", { name: "Confidence bands" });
const sendFrom = (page: Page) => bands(page).getByLabel("Send from");
const flagFrom = (page: Page) => bands(page).getByLabel("Send and flag from");

async function ask(desk: Desk, unique: (word: string) => string): Promise<string> {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: unique("CSV export"),
    body: "How do I export our projects and time entries as CSV?",
  });
  return ticketId;
}

type Attempt = { confidence: number; reviewState: string };

/** The draft of a ticket, once the desk has decided on it. */
async function draftOf(page: Page, ticketId: string): Promise<Attempt> {
  let found: Attempt | undefined;
  await expect(async () => {
    const response = await page.request.get(`/api/tickets/${ticketId}/attempts`);
    const body = (await response.json()) as { attempts: Attempt[] }; // shaped by the route's schema
    found = body.attempts[0];
    expect(found).toBeDefined();
  }).toPass();
  if (!found) throw new Error("nothing was drafted");
  return found;
}

/** Puts other numbers in force. */
async function setBands(page: Page, send: string, flag: string): Promise<void> {
  await page.goto("/settings/ai");
  await flagFrom(page).fill(flag);
  await sendFrom(page).fill(send);
  const save = bands(page).getByRole("button", { name: "Save" });
  await save.click();
  await expect(save).toBeDisabled();
  // A page that is opened while it is being saved would break that off.
  await expect(save).not.toHaveAttribute("aria-busy");
}

/** Tries the numbers that stand in the fields. */
async function tryBands(page: Page, send: string, flag: string): Promise<void> {
  await flagFrom(page).fill(flag);
  await sendFrom(page).fill(send);
  await bands(page).getByRole("button", { name: "Try on past drafts" }).click();
  await expect(bands(page).getByRole("table").first()).toBeVisible();
  await expect(bands(page).getByText(/^This is what other numbers/)).toBeHidden();
}

/** One line of the table: what becomes of how many drafts, now and then, and how many were right. */
async function outcome(page: Page, becomes: string) {
  const row = bands(page).getByRole("row", { name: new RegExp(`^${becomes}`) });
  const [now = "", tried = "", right = ""] = await row.getByRole("cell").allTextContents();
  return { now: Number(now), tried: Number(tried), right };
}

/** Cut, as the desk cuts: a draft of 0.6789 is sent from 0.67 on. */
const cut = (value: number) => (Math.floor(value * 100) / 100).toFixed(2);

test("a threshold is tried on past drafts, moved, seen in the audit log and taken back", async ({
  signedIn,
  desk,
  unique,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn("admin");
  await page.goto("/settings/ai");
  const usual = {
    send: await sendFrom(page).inputValue(),
    flag: await flagFrom(page).inputValue(),
  };
  // However sure the desk has become by what others have taught it, it holds these.
  await setBands(page, HOLDS, HOLDS);
  const tickets: string[] = [];
  for (let n = 0; n < ASKED; n++) tickets.push(await ask(desk, unique));
  const drafts: Attempt[] = [];
  for (const ticketId of tickets) drafts.push(await draftOf(page, ticketId));
  const lowest = cut(Math.min(...drafts.map(({ confidence }) => confidence)));

  // One of them has a person's word.
  await page.goto(`/queue/open/${tickets[0]}`);
  await page
    .getByRole("region", { name: "Drafted reply" })
    .getByRole("button", { name: /^Approve/ })
    .click();
  await expect
    .poll(async () => (await draftOf(page, tickets[0] ?? "")).reviewState)
    .toBe("approved");

  await page.goto("/settings/ai");
  // What can't be is said while it is typed, and neither tried nor saved.
  await sendFrom(page).fill("1.2");
  await expect(sendFrom(page)).toHaveAttribute("aria-invalid", "true");
  await expect(bands(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await expect(bands(page).getByRole("button", { name: "Try on past drafts" })).toBeDisabled();

  // Low enough for all of them: sent, one known to be right, the rest unknown rather than right.
  await tryBands(page, lowest, lowest);
  await expect(bands(page).getByText(/^Of \d+ drafts, bands decide about \d+\./)).toBeVisible();
  const sent = await outcome(page, "Sent automatically");
  expect(sent.tried).toBeGreaterThanOrEqual(ASKED);
  expect(sent.right).toMatch(/^\d+ % of [1-9]\d* judged, [1-9]\d* unknown$/);
  const moved = bands(page).getByText(
    /→ sent automatically: \d+ right, \d+ wrong, \d+ not judged$/,
  );
  await moved.first().click();
  await expect(
    bands(page)
      .getByRole("link", { name: /^#\d+$/ })
      .first(),
  ).toBeVisible();

  // So high that none is sent: all of them held, none lost on the way.
  const [flagged, held] = [await outcome(page, "Sent, flagged"), await outcome(page, "Draft held")];
  const all = sent.tried + flagged.tried + held.tried;
  await tryBands(page, "1", "1");
  await expect.poll(async () => (await outcome(page, "Draft held")).tried).toBe(all);
  expect(await outcome(page, "Sent automatically")).toMatchObject({ tried: 0, right: "none" });

  // Nothing has been changed by trying; other numbers are not those that were tried.
  await page.reload();
  await expect(sendFrom(page)).toHaveValue(HOLDS);
  await tryBands(page, "0.95", usual.flag);
  await sendFrom(page).fill("0.96");
  await expect(bands(page).getByText(/^This is what other numbers would have done/)).toBeVisible();

  // Saved, and told.
  await bands(page).getByRole("button", { name: "Save" }).click();
  await expect(bands(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await page.goto("/settings/audit");
  const change = page
    .getByRole("list", { name: "Changes" })
    .getByRole("listitem")
    .filter({ hasText: "Setting changed: ai bands" })
    .first();
  await change.getByRole("button", { name: /^More of/ }).click();
  await expect(change).toContainText('"send":0.96');
  await expect(change).toContainText(`"send":${Number(HOLDS)}`);

  // Taken back, from where it is told.
  await change.getByRole("button", { name: "Put back what it was" }).click();
  await expect(async () => {
    await page.goto("/settings/ai");
    await expect(sendFrom(page)).toHaveValue(HOLDS, { timeout: 5000 });
  }).toPass();
  await setBands(page, usual.send, usual.flag);
});
