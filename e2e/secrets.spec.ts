import { Webhook } from "standardwebhooks";
import { expect, test } from "./fixtures";

/** What the desk answers to a request that carries this key and nothing that fits. */
async function knock(url: string, key: string): Promise<number> {
  const response = await fetch(`${url}/api/webhooks/support/ingest`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: "{}",
  });
  return response.status;
}

/** The same, signed. */
async function knockSigned(url: string, connection: string, secret: string): Promise<number> {
  const at = new Date();
  const response = await fetch(`${url}/api/webhooks/support/ingest`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-deskhand-connection": connection,
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign("msg_1", at, "{}"),
    },
    body: "{}",
  });
  return response.status;
}

test("an API key is made, shown once, rotated and revoked", async ({ signedIn, unique, desk }) => {
  const page = await signedIn("admin");
  await page.goto("/settings/connections");
  const connection = unique("Shop");
  await page.getByRole("button", { name: "New connection" }).click();
  const connecting = page.getByRole("dialog", { name: "New connection" });
  await connecting.getByLabel("Name", { exact: true }).fill(connection);
  await connecting.getByLabel("Source").fill("shop");
  await connecting.getByRole("button", { name: "Connect" }).click();
  await expect(connecting.getByLabel("Signing secret")).not.toHaveValue("");
  await connecting.getByRole("button", { name: "Done" }).click();

  const keyName = unique("till");
  await page.getByRole("button", { name: `New key for ${connection}` }).click();
  const making = page.getByRole("dialog", { name: `New key for ${connection}` });
  await making.getByLabel("Name", { exact: true }).fill(keyName);
  await making.getByRole("button", { name: "Make the key" }).click();
  const first = await making.getByLabel("API key").inputValue();
  await making.getByRole("button", { name: "Done" }).click();
  const keys = page.getByRole("list", { name: `Keys of ${connection}` });
  await expect(keys.getByRole("listitem", { name: keyName })).toContainText("never used");
  await page.reload();
  await expect(keys.getByRole("listitem", { name: keyName })).toBeVisible();
  expect(await page.content()).not.toContain(first);

  // It opens the door: what is behind finds fault with the body, not with the key.
  expect(await knock(desk.url, first)).toBe(422);
  expect(await knock(desk.url, `${first}x`)).toBe(401);

  await keys.getByRole("button", { name: `Rotate ${keyName}` }).click();
  const rotated = page.getByRole("dialog", { name: /^New key in place of/ });
  await expect(rotated.getByRole("combobox", { name: "The old one stays valid" })).toContainText(
    "For 24 hours",
  );
  await rotated.getByRole("button", { name: "Make the key" }).click();
  const second = await rotated.getByLabel("API key").inputValue();
  expect(second).not.toBe(first);
  await rotated.getByRole("button", { name: "Done" }).click();
  const old = keys.getByRole("listitem").filter({ hasText: "replaced by a newer key" });
  await expect(old).toContainText("last used");
  await expect(old).toContainText("valid until tomorrow");
  for (const key of [first, second]) expect(await knock(desk.url, key)).toBe(422);

  await old.getByRole("button", { name: /^Revoke/ }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(old).toHaveCount(0);
  expect(await knock(desk.url, first)).toBe(401);
  expect(await knock(desk.url, second)).toBe(422);

  await keys.getByRole("button", { name: `Rotate ${keyName}` }).click();
  await rotated.getByRole("combobox", { name: "The old one stays valid" }).click();
  await page.getByRole("option", { name: "No longer: it ends at once" }).click();
  await rotated.getByRole("button", { name: "Make the key" }).click();
  const third = await rotated.getByLabel("API key").inputValue();
  await rotated.getByRole("button", { name: "Done" }).click();
  await expect(keys.getByRole("listitem")).toHaveCount(1);
  expect(await knock(desk.url, second)).toBe(401);
  expect(await knock(desk.url, third)).toBe(422);
});

test("a signing secret is rotated with an overlap, which can be ended early", async ({
  signedIn,
  unique,
  desk,
}) => {
  const page = await signedIn("admin");
  await page.goto("/settings/connections");
  const connection = unique("Signed");
  await page.getByRole("button", { name: "New connection" }).click();
  const connecting = page.getByRole("dialog", { name: "New connection" });
  await connecting.getByLabel("Name", { exact: true }).fill(connection);
  await connecting.getByLabel("Source").fill("shop");
  await connecting.getByRole("button", { name: "Connect" }).click();
  const first = await connecting.getByLabel("Signing secret").inputValue();
  await connecting.getByRole("button", { name: "Done" }).click();
  const sign = (secret: string) => knockSigned(desk.url, connection, secret);
  const area = page.getByRole("region", { name: `Secret of ${connection}` });
  await expect(area).toContainText("never used");
  expect(await sign(first)).toBe(422);

  const rotate = async (overlap: string) => {
    await area.getByRole("button", { name: `New secret for ${connection}` }).click();
    const asking = page.getByRole("dialog", { name: `New secret for ${connection}?` });
    await asking.getByRole("combobox", { name: "The old one stays valid" }).click();
    await page.getByRole("option", { name: overlap }).click();
    await asking.getByRole("button", { name: "Make a new secret" }).click();
    const secret = await asking.getByLabel("Signing secret").inputValue();
    await asking.getByRole("button", { name: "Done" }).click();
    return secret;
  };
  const second = await rotate("For 1 hour");
  await expect(area).toContainText(/The secret before is valid until .*, last used/);
  for (const secret of [first, second]) expect(await sign(secret)).toBe(422);
  await area.getByRole("button", { name: `End the old secret of ${connection}` }).click();
  await expect(area).not.toContainText("The secret before");
  expect(await sign(first)).toBe(401);

  const third = await rotate("No longer: it ends at once");
  await expect(area).not.toContainText("The secret before");
  expect(await sign(second)).toBe(401);
  expect(await sign(third)).toBe(422);
});
