import { test as base, expect } from "@playwright/test";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { startDesk } from "./desk";

/** Mail that a real server took. */
const test = base.extend<{ mailbox: { url: string; next: () => Promise<string> } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  mailbox: async ({}, use) => {
    let arrived: (mail: string) => void = () => undefined;
    const next = new Promise<string>((resolve) => {
      arrived = resolve;
    });
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, _session, done) {
        let raw = "";
        stream.on("data", (chunk: Buffer) => {
          raw += chunk.toString();
        });
        stream.on("end", () => {
          done();
          arrived(raw);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.server.address();
    const port = address && typeof address === "object" ? address.port : 0;
    await use({ url: `smtp://127.0.0.1:${port}`, next: () => next });
    await new Promise<void>((resolve) => server.close(resolve));
  },
});

test("an empty desk is set up by its first admin, who answers the first mail", async ({
  page,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const desk = await startDesk({ demo: false, smtpUrl: mailbox.url });
  try {
    const link = /(http\S+\/setup#\S+)/.exec(desk.said())?.[1] ?? "";
    await page.goto(link);
    await page.getByLabel("Name").fill("Ada Nwosu");
    await page.getByLabel("E-mail").fill("ada@desk.example");
    await page.getByLabel("Password").fill("a long enough password");
    await page.getByRole("button", { name: "Create admin" }).click();
    await expect(page.getByRole("heading", { name: /^All open/ })).toBeVisible();
    await expect(page.getByText("No open tickets")).toBeVisible();

    await desk.ingest({
      external_id: "<first@example.org>",
      channel: "email",
      customer_email: "mina@example.org",
      customer_name: "Mina Okafor",
      subject: "Dashboard shows 403",
      body: "Since yesterday I get a 403 when I sign in.",
    });
    await page.getByRole("link", { name: /Dashboard shows 403/ }).click();
    await page.getByRole("button", { name: /^Reply/ }).click();
    await page.getByRole("textbox", { name: "Reply to the customer" }).fill("We are on it, Mina.");
    await page.getByRole("button", { name: /^Send reply/ }).click();

    const thread = page.getByRole("log", { name: "Conversation" });
    await expect(thread).toContainText("Leaves in");
    // Ten seconds to take it back, on a desk that nobody has set otherwise.
    await expect(thread).toContainText("Sent to mina@example.org", { timeout: 30_000 });
    const mail = await PostalMime.parse(await mailbox.next());
    expect(mail.to).toMatchObject([{ address: "mina@example.org" }]);
    expect(mail.from).toMatchObject({ address: "support@desk.example" });
    expect(mail.subject).toMatch(/Dashboard shows 403/);
    expect(mail.text).toContain("We are on it, Mina.");
    expect(mail.inReplyTo).toBe("<first@example.org>");

    await page.goto(link); // the token was for once
    await expect(page.getByRole("heading", { name: "Set up your desk" })).toBeHidden();
  } finally {
    await desk.stop();
  }
});
