import { expect, test } from "./fixtures";

test("a new request appears in an open queue by itself, sorted and drafted", async ({
  signedIn,
  desk,
  unique,
}) => {
  const page = await signedIn("agent");
  await page.goto("/queue/open");
  const queue = page.getByRole("region", { name: "All open" });
  await expect(queue.getByRole("link").first()).toBeVisible();
  let loads = 0;
  page.on("load", () => loads++);

  const subject = unique("Invoice download");
  const { status } = await desk.ingest({
    external_id: unique("mail"),
    channel: "email",
    customer_email: `${unique("mina")}@example.org`,
    customer_name: "Mina Okafor",
    subject,
    body: "Hello, where can I find and download our invoices as PDF? I need the ones of last year.",
  });

  expect(status).toBe(201);
  const row = queue.getByRole("link", { name: subject });
  await expect(row).toBeVisible();
  await expect(row).toContainText("Mina Okafor");
  // Which of them depends on what the desk has learned by then.
  await expect(row).toContainText(/(Held|Sent, review|Sent) 0\.\d\d/);
  expect(loads).toBe(0);
});

test("an answer of the customer appears in the open ticket by itself", async ({
  signedIn,
  desk,
  unique,
}) => {
  const email = `${unique("jo")}@example.org`;
  const conversation_id = unique("conversation");
  const first = await desk.ingest({
    external_id: unique("first"),
    channel: "email",
    customer_email: email,
    conversation_id,
    subject: unique("Slow board"),
    body: "The board of our project is slow since Monday.",
  });
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${first.ticketId}`);
  const thread = page.getByRole("log", { name: "Conversation" });
  await expect(thread).toContainText("slow since Monday");

  await desk.ingest({
    external_id: unique("second"),
    channel: "email",
    customer_email: email,
    conversation_id,
    subject: "Re: Slow board",
    body: "It is the timeline, too.",
  });

  await expect(thread).toContainText("It is the timeline, too.");
});

test("a request that is sent twice is one ticket", async ({ desk, unique }) => {
  const request = {
    external_id: unique("once"),
    channel: "email",
    customer_email: `${unique("lee")}@example.org`,
    subject: "Twice",
    body: "Did you get this?",
  };

  const copies = await Promise.all(Array.from({ length: 10 }, () => desk.ingest(request)));

  expect(copies.map((copy) => copy.status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(new Set(copies.map((copy) => copy.ticketId)).size).toBe(1);
});
