import type { Page, Route } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Keeps every server action from ending, until they are let go. */
async function holdActions(page: Page) {
  const held: Route[] = [];
  let holding = true;
  await page.route("**/*", async (route) => {
    const isAction = "next-action" in route.request().headers();
    if (holding && isAction) held.push(route);
    else await route.fallback();
  });
  return {
    count: () => held.length,
    async letGo() {
      holding = false;
      await Promise.all(held.splice(0).map((route) => route.fallback()));
    },
  };
}

test("an action that ends after J does not bring the ticket before back", async ({
  signedIn,
  desk,
  unique,
}) => {
  const word = unique("ramp");
  const [before = "", after = ""] = [`${word} before`, `${word} after`];
  const ids: string[] = [];
  for (const subject of [before, after]) {
    const { ticketId } = await desk.ingest({
      external_id: unique("mail"),
      channel: "email",
      customer_email: `${unique("noor")}@example.org`,
      customer_name: "Noor Haddad",
      subject,
      body: "The ramp of our house is too steep. What can we do about it?",
      escalation_reason: "The customer asked the assistant for a person.",
    });
    ids.push(ticketId);
  }
  const page = await signedIn("agent");
  await page.clock.install();
  const f = JSON.stringify({ match: "all", tests: [{ field: "subject", contains: word }] });
  await page.goto(`/queue/open/${ids[0]}?${new URLSearchParams({ sort: "waiting", f })}`);
  const heading = page
    .getByRole("article", { name: /^Ticket \d+$/ })
    .getByRole("heading", { level: 1 });
  const list = page.getByRole("region", { name: "All open" });
  await expect(list.getByRole("link", { name: new RegExp(after) })).toBeVisible();
  await expect(heading).toHaveText(before);
  const shown = () => page.evaluate(() => location.pathname);
  const stateOf = async (id: string | undefined) => {
    const response = await page.request.get(`/api/tickets/${id}`);
    const { status, assignee } = (await response.json()) as {
      status: string;
      assignee: { name: string } | null;
    };
    return { status, assigned: assignee !== null };
  };

  const actions = await holdActions(page);
  await page.keyboard.press("i");
  await expect.poll(actions.count).toBeGreaterThan(0);
  // The clock stands: the router is not told of the next ticket before the action is over.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.keyboard.press("j");
  await page.clock.runFor(20);
  await expect(heading).toHaveText(after);
  expect(await shown()).toBe(`/queue/open/${ids[1]}`);

  await actions.letGo();
  // The router writes the address that it knows. The page stays where the key has led.
  await expect.poll(shown).toBe(`/queue/open/${ids[0]}`);
  await expect(heading).toHaveText(after);
  await page.keyboard.press("e");
  await page.clock.resume();

  await expect.poll(() => stateOf(ids[1])).toEqual({ status: "resolved", assigned: false });
  expect(await stateOf(ids[0])).toEqual({ status: "open", assigned: true });
  await expect.poll(shown).toBe(`/queue/open/${ids[1]}`);
  await expect(heading).toHaveText(after);
});
