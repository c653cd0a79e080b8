import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Rules of WCAG 2.2 A and AA, and what axe calls best practice. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} (${node.failureSummary})`),
  );
}

/** Each screen, and what shows that it is there. */
const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  queue: async (page) => {
    await page.goto("/queue/open");
    await page.getByRole("region", { name: "All open" }).getByRole("link").first().waitFor();
  },
  "empty queue": async (page) => {
    await page.goto("/queue/sent");
    await page.getByRole("region", { name: "Sent today" }).waitFor();
  },
  "ticket with a held draft": async (page) => {
    await page.goto("/queue/held");
    await page.getByRole("region", { name: "Held" }).getByRole("link").first().click();
    await page.getByRole("region", { name: "Drafted reply" }).waitFor();
    await page.getByRole("button", { name: /^Why this score/ }).click();
    await page.getByRole("button", { name: "Full timeline" }).click();
  },
  "reject dialog": async (page) => {
    await SCREENS["ticket with a held draft"]?.(page);
    await page.getByRole("button", { name: /^Reject/ }).click();
    await page.getByRole("dialog").waitFor();
  },
  "writing a reply": async (page) => {
    await SCREENS["ticket with a held draft"]?.(page);
    await page.getByRole("button", { name: /^Reply/ }).click();
    await page.getByRole("textbox", { name: "Reply to the customer" }).waitFor();
  },
  "merge dialog": async (page) => {
    await SCREENS["ticket with a held draft"]?.(page);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Merge into/ }).click();
    await page.getByRole("dialog", { name: /^Merge/ }).waitFor();
  },
  "snooze dialog": async (page) => {
    await SCREENS["ticket with a held draft"]?.(page);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Snooze/ }).click();
    await page.getByRole("dialog", { name: /^Snooze/ }).waitFor();
  },
  "what a draft knew": async (page) => {
    await SCREENS["ticket with a held draft"]?.(page);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "What did it know?" }).click();
    await page.getByRole("heading", { name: "Decision" }).waitFor();
  },
  outbox: async (page) => {
    await page.goto("/outbox");
    await page.getByRole("heading", { name: "Outbox" }).waitFor();
  },
  settings: async (page) => {
    await page.goto("/settings");
    await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Add other bands" }).click();
  },
  "not found": async (page) => {
    await page.goto("/no-such-page");
    await page.getByRole("heading").first().waitFor();
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("sign-in has no violations", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      expect(await violations(page)).toEqual([]);
    });

    for (const [name, open] of Object.entries(SCREENS)) {
      test(`${name} has no violations`, async ({ signedIn }) => {
        const page = await signedIn("admin");
        await open(page);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}
