import { expect, test } from "./fixtures";

/** More than a page of a ticket shows. */
const SAID = 230;

test("a new message folds nothing that was read of a long ticket", async ({
  signedIn,
  desk,
  unique,
}) => {
  const begun = Date.now() - 86_400_000;
  const from = {
    channel: "chat",
    customer_email: `${unique("kim")}@example.org`,
    customer_name: "Kim Sato",
    conversation_id: unique("talk"),
    subject: unique("Lamp"),
  };
  const { ticketId } = await desk.ingest({
    ...from,
    external_id: unique("first"),
    body: "And what does blue mean?",
    escalation_reason: "The customer asked the assistant for a person.",
    conversation_history: Array.from({ length: SAID }, (_, at) => ({
      role: at % 2 ? "assistant" : "user",
      content: `The lamp says word number ${at + 1}.`,
      at: new Date(begun + at * 1000).toISOString(),
    })),
  });
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  const thread = page.getByRole("log", { name: "Conversation" });
  const first = thread.getByText("The lamp says word number 1.", { exact: true });
  await expect(thread).toContainText("And what does blue mean?");
  await expect(first).toHaveCount(0);

  await thread.getByRole("button", { name: "Show earlier messages" }).click();
  await expect(first).toHaveCount(1);
  // The message that the next one pushes out of the newest.
  const last = thread.getByText(`The lamp says word number ${SAID - 198}.`, { exact: true });
  await expect(last).toHaveCount(1);

  await desk.ingest({ ...from, external_id: unique("again"), body: "Now it is red!" });
  await expect(thread).toContainText("Now it is red!");
  await expect(first).toHaveCount(1);
  await expect(last).toHaveCount(1);
  await expect(thread.getByRole("button", { name: "Show earlier messages" })).toBeHidden();
});
