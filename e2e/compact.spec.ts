import { expect, test } from "./fixtures";

test("compact rows say all in one line, at a desk and on a phone", async ({
  signedIn,
  desk,
  unique,
}) => {
  const subject = unique("A subject that is longer than any line of a list can hold");
  await desk.ingest({
    external_id: unique("mail"),
    channel: "email",
    customer_email: `${unique("noor")}@example.org`,
    customer_name: "Noor Haddad of the Long and Winding Corridors",
    priority: "urgent",
    subject,
    body: "Our lift has no button for the fourth floor. What can we do about it?",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  const list = page.getByRole("region", { name: "All open" });
  const compact = list.getByRole("button", { name: "Compact rows" });
  const row = list.getByRole("link", { name: new RegExp(subject) });
  await expect(row).toContainText("Held");
  await compact.click();
  await expect(compact).toHaveAttribute("aria-pressed", "true");

  const filter = JSON.stringify({ tests: [{ field: "subject", contains: subject }] });
  await page.goto(`/queue/open?${new URLSearchParams({ f: filter })}`);
  await expect(row).toHaveAccessibleName(/^(Urgent|High|Normal) Noor Haddad.*, unread/);
  await expect(row).toHaveAccessibleName(/due in .*Held 0\.\d\d Unassigned Waiting/);
  // The keys of a row: it is mine.
  await expect(async () => {
    await page.keyboard.press("k");
    await page.keyboard.press("i");
    await expect(row).not.toHaveAccessibleName(/Unassigned/, { timeout: 5000 });
  }).toPass();

  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/queue/open");
    await expect(row).toBeVisible();
    const rows = await list
      .getByRole("listitem")
      .filter({ has: page.getByRole("checkbox") })
      .all();
    expect(rows.length).toBeGreaterThan(5);
    for (const one of rows) {
      const fit = await one.evaluate((element) => {
        const { right, height } = element.getBoundingClientRect();
        const parts = [...element.querySelectorAll("a *:not(.sr-only)")];
        return {
          height,
          inside: parts.every((part) => part.getBoundingClientRect().right <= right),
        };
      });
      expect(fit).toEqual({ height: expect.any(Number), inside: true });
      expect(fit.height).toBeLessThan(36);
    }
  }
});
