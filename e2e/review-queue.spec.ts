import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, setUndo, test } from "./fixtures";

const ITEMS = 20;

/** A question that the demo articles answer, and that must go to people: its draft is held. */
async function question(desk: Desk, unique: (word: string) => string) {
  const { ticketId } = await desk.ingest({
    external_id: unique("question"),
    channel: "email",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    subject: unique("CSV export"),
    body: "How do I export our projects and time entries as CSV?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  return ticketId;
}

type Row = { id: string; ticketId: string; number: number };

/** What waits, as the desk would list it. */
async function waiting(page: Page, search: string): Promise<Row[]> {
  const response = await page.request.get(`/api/review?${search}`);
  const body: unknown = await response.json();
  return (body as { rows: Row[] }).rows; // the route's own schema has shaped it
}

async function rowOf(page: Page, ticketId: string): Promise<Row> {
  let found: Row | undefined;
  await expect
    .poll(async () => {
      found = (await waiting(page, "kind=held")).find((row) => row.ticketId === ticketId);
      return found !== undefined;
    })
    .toBe(true);
  if (!found) throw new Error("the draft is not in the queue");
  return found;
}

/** The newest draft of a ticket: what people made of it. */
async function stateOf(page: Page, ticketId: string): Promise<string> {
  const response = await page.request.get(`/api/tickets/${ticketId}/attempts`);
  const body = (await response.json()) as { attempts: { reviewState: string }[] };
  return body.attempts[0]?.reviewState ?? "";
}

const open = (page: Page) => page.getByRole("article", { name: /^Ticket \d+$/ });
const reply = (page: Page) => page.getByRole("region", { name: "Reply", exact: true });

/** Which ticket is open, once all that can be said of it is there. */
async function openTicket(page: Page): Promise<{ ticketId: string; name: string }> {
  await expect(reply(page).getByRole("button", { name: /^Reject/ })).toBeVisible();
  const name = (await open(page).getAttribute("aria-label")) ?? "";
  const link = open(page)
    .getByRole("link", { name: /^#\d+$/ })
    .first();
  return { ticketId: (await link.getAttribute("href"))?.split("/").at(-1) ?? "", name };
}

const VERDICTS = ["approved", "corrected", "rejected", "held", "none"] as const;

/** Says it by keys alone. */
async function say(page: Page, verdict: (typeof VERDICTS)[number]): Promise<void> {
  const { keyboard } = page;
  if (verdict === "approved") await keyboard.press("Control+Enter");
  if (verdict === "none") await keyboard.press("t");
  if (verdict === "corrected") {
    await keyboard.press("c");
    await expect(reply(page).getByRole("textbox", { name: /as it will be sent/ })).toBeFocused();
    await keyboard.type(" Write to us if the file is empty.");
    await keyboard.press("Control+Enter");
  }
  if (verdict === "rejected") {
    await keyboard.press("d");
    await expect(page.getByRole("radio", { name: "Wrong answer" })).toBeFocused();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
  }
  if (verdict === "held") {
    await keyboard.press("h");
    await expect(page.getByRole("button", { name: /^In an hour/ })).toBeFocused();
    await keyboard.press("Enter");
  }
}

test("twenty items by keys alone; the next one is there at once", async ({
  signedIn,
  desk,
  unique,
}) => {
  test.setTimeout(180_000);
  const admin = await signedIn("admin");
  await setUndo(admin, 10);
  for (let i = 0; i < ITEMS; i++) await question(desk, unique);
  const page = await signedIn("reviewer");
  const search = "kind=held&channel=email";
  await expect
    .poll(async () => (await waiting(page, search)).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(ITEMS);
  await page.goto(`/review?${search}`);

  const said: { ticketId: string; verdict: string }[] = [];
  for (let i = 0; i < ITEMS; i++) {
    const { ticketId, name } = await openTicket(page);
    const drafted = await reply(page)
      .getByRole("button", { name: /^Approve/ })
      .isVisible();
    const verdict = drafted ? (VERDICTS[i % VERDICTS.length] ?? "approved") : "rejected";
    await say(page, verdict);
    await expect(open(page)).not.toHaveAccessibleName(name);
    said.push({ ticketId, verdict });
  }
  expect(new Set(said.map(({ ticketId }) => ticketId)).size).toBe(ITEMS);
  for (const { ticketId, verdict } of said) {
    await expect.poll(() => stateOf(page, ticketId)).toBe(verdict);
  }

  // The last of them is taken back by a key, too, and stands there again.
  const { ticketId, name } = await openTicket(page);
  await say(page, "rejected");
  await expect(page.getByRole("status").getByText("Rejected", { exact: false })).toBeVisible();
  await page.keyboard.press("z");
  await expect(open(page)).toHaveAccessibleName(name);
  await expect.poll(() => stateOf(page, ticketId)).toBe("held");
  await setUndo(admin, 0);
});

test("two reviewers at once: the second sees who looks, and one reply leaves", async ({
  signedIn,
  desk,
  unique,
}) => {
  const ticketId = await question(desk, unique);
  const first = await signedIn("reviewer");
  const second = await signedIn("admin");
  const { id } = await rowOf(first, ticketId);
  await first.goto(`/review?item=${id}`);
  await expect(reply(first).getByRole("button", { name: /^Approve/ })).toBeVisible();

  await second.goto(`/review?item=${id}`);
  await expect(reply(second).getByText(/is looking at it/)).toBeVisible();
  await expect(reply(second).getByRole("button", { name: /^Approve/ })).toBeHidden();
  // Whoever just comes gets another one.
  await second.goto("/review?kind=held");
  await expect(reply(second).getByRole("button", { name: /^Reject/ })).toBeVisible();
  expect(new URL(second.url()).searchParams.get("item")).not.toBe(id);

  // The workspace knows of it, too.
  await second.goto(`/queue/held/${ticketId}`);
  const draft = second.getByRole("region", { name: "Drafted reply" });
  await draft.getByRole("button", { name: /^Approve/ }).click();
  await expect(second.getByText(/is looking at this draft now/)).toBeVisible();

  await first.keyboard.press("Control+Enter");
  await expect.poll(() => stateOf(first, ticketId)).toBe("approved");
  const thread = second.getByRole("log", { name: "Conversation" });
  await expect(thread.getByText("Kept in the outbox")).toHaveCount(1);
});

test("an item is free again as soon as whoever looked at it leaves", async ({
  signedIn,
  desk,
  unique,
}) => {
  const ticketId = await question(desk, unique);
  const first = await signedIn("reviewer");
  const second = await signedIn("admin");
  const { id } = await rowOf(first, ticketId);
  await first.goto(`/review?item=${id}`);
  await expect(reply(first).getByRole("button", { name: /^Approve/ })).toBeVisible();
  await second.goto(`/review?item=${id}`);
  await expect(reply(second).getByText(/is looking at it/)).toBeVisible();

  await first.goto("/articles");
  await expect
    .poll(async () => {
      await second.reload();
      return reply(second)
        .getByRole("button", { name: /^Approve/ })
        .isVisible();
    })
    .toBe(true);
});

test("a correction of what was sent is looked at before it leaves", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  await page.goto("/review?kind=flagged");
  const { ticketId, name } = await openTicket(page);
  await page.keyboard.press("c");
  await expect(page.getByText("What the customer has got")).toBeVisible();
  await page.keyboard.type("One step was missing: choose Reload first.");
  await page.keyboard.press("Control+Enter");
  const preview = page.getByRole("region", { name: "Follow-up, as it will be sent" });
  await expect(preview).toContainText("One step was missing: choose Reload first.");
  expect(await stateOf(page, ticketId)).toBe("flagged");
  await page.keyboard.press("Control+Enter");
  await expect(open(page)).not.toHaveAccessibleName(name);
  await expect.poll(() => stateOf(page, ticketId)).toBe("corrected");
});

test("axe finds nothing on it, and it fits a phone", async ({ signedIn }) => {
  const page = await signedIn("admin");
  await page.goto("/review");
  await openTicket(page);
  const find = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`),
    );
  expect(await find()).toEqual([]);
  await page.keyboard.press("d");
  await expect(page.getByRole("dialog", { name: /^Reject/ })).toBeVisible();
  expect(await find()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(reply(page)).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Back to the list" }).click();
  await expect(page.getByRole("region", { name: "Waiting" })).toBeVisible();
});

test("a reviewer hears at the bell that a second look is wanted", async ({
  signedIn,
  desk,
  unique,
}) => {
  const ticketId = await question(desk, unique);
  const [first, second] = [await signedIn("agent"), await signedIn("reviewer")];
  const { id, number } = await rowOf(first, ticketId);
  await first.goto(`/review?item=${id}`);
  await reply(first).getByRole("button", { name: "Second look" }).click();
  const asking = first.getByRole("dialog", { name: "Ask for a second look" });
  await asking.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(asking).toBeHidden();

  await second.goto("/queue/open");
  await second.getByRole("button", { name: /^Notices, \d+ unread/ }).click();
  const notice = second.getByRole("button", { name: new RegExp(`^Unread:.*#${number} `) });
  await expect(notice).toContainText("asks for a second look at a draft");
});
