import type { Page } from "@playwright/test";
import { hookServer } from "../db/testing/hook-server";
import { goodAnswer } from "../db/testing/llm-stub/good-answer";
import { expect } from "./fixtures";
import { test } from "./llm-provider";

const SCHEMA = {
  type: "object",
  properties: { order_id: { type: "string" } },
  required: ["order_id"],
};

async function setHosts(page: Page, hosts: string) {
  await page.goto("/settings/tools");
  const form = page.getByRole("form", { name: "Allowed hosts" });
  await form.getByRole("textbox").fill(hosts);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
}

async function addTool(page: Page, url: string) {
  await page.goto("/settings/tools");
  await page.getByRole("button", { name: "Add a tool" }).click();
  const dialog = page.getByRole("dialog", { name: "New tool" });
  await dialog.getByLabel("Name", { exact: true }).fill("refund_order");
  await dialog.getByLabel("Description").fill("Refunds an order.");
  await dialog.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: /^Action/ }).click();
  await dialog.getByRole("combobox", { name: "Method" }).click();
  await page.getByRole("option", { name: "POST" }).click();
  await dialog.getByLabel("Address").fill(`${url}/refunds`);
  await dialog.getByLabel("Headers").fill("Authorization: Bearer peer-secret");
  await dialog
    .getByLabel("Body", { exact: true })
    .fill('{"customer":"{customer.email}","order":"{order_id}"}');
  const parameters = dialog.getByLabel("What the model gives");
  await parameters.fill("{");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(parameters).toHaveAttribute("aria-invalid", "true");
  await parameters.fill(JSON.stringify(SCHEMA));
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

test("an action that the model proposes runs once, when a person confirms it", async ({
  provider,
  signedIn,
  desk,
  unique,
}) => {
  const peer = await hookServer();
  provider.answerWith((chat) =>
    chat.tools && !chat.messages.some(({ role }) => role === "tool")
      ? { toolCalls: [{ name: "refund_order", arguments: { order_id: "A-17" } }] }
      : goodAnswer(chat),
  );
  const admin = await signedIn("admin");
  await setHosts(admin, new URL(peer.url).host);
  await addTool(admin, new URL(peer.url).origin);

  const email = `${unique("kim")}@example.org`;
  const { ticketId } = await desk.ingest({
    external_id: unique("refund"),
    channel: "email",
    customer_email: email,
    customer_name: "Kim Sato",
    subject: unique("Refund"),
    body: "How do I export our projects as CSV? And please refund order A-17.",
    escalation_reason: "The customer asked the assistant for a person.",
  });
  const page = await signedIn("agent");
  await page.goto(`/queue/open/${ticketId}`);
  const actions = page.getByRole("region", { name: "Proposed actions" });
  await expect(actions).toContainText("A-17");
  await expect(actions).toContainText(email);
  expect(peer.calls).toHaveLength(0);

  peer.answers.push({ status: 200, body: '{"refunded":true}' });
  await actions.getByRole("button", { name: "Confirm refund_order" }).click();
  await expect(actions).toContainText("Done");
  await expect(actions).toContainText("refunded");
  await expect(actions.getByRole("button")).toHaveCount(0);
  expect(peer.calls).toHaveLength(1);
  expect(JSON.parse(peer.calls[0]?.body ?? "{}")).toEqual({ customer: email, order: "A-17" });
  expect(peer.calls[0]?.headers.authorization).toBe("Bearer peer-secret");

  await admin.goto("/settings/tools");
  expect(await admin.content()).not.toContain("peer-secret");
  await expect(admin.getByRole("list", { name: "Recent runs" })).toContainText("refund_order");
  await admin.getByRole("button", { name: "Remove refund_order" }).click();
  await expect(admin.getByText("No tool yet")).toBeVisible();
  await setHosts(admin, "");
  await peer.close();
});
