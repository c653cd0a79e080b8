import type { Page } from "@playwright/test";
import { type LlmStub, startLlmStub } from "../db/testing/llm-stub";
import { test as base, expect } from "./fixtures";

export const PROVIDER = "House model";

export const providerIn = (page: Page) =>
  page.getByRole("list", { name: "Providers" }).getByRole("listitem", { name: PROVIDER });

/** As an admin does, on the page of an admin. */
export async function addProvider(page: Page, stub: LlmStub, mode: string, key = "") {
  await page.goto("/settings/models");
  await page.getByRole("button", { name: "Add a provider" }).click();
  const dialog = page.getByRole("dialog", { name: "New provider" });
  await dialog.getByRole("button", { name: "LM Studio" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill(PROVIDER);
  await dialog.getByLabel("Base URL").fill(stub.url);
  await dialog.getByLabel("Model", { exact: true }).fill("stub-1");
  await dialog.getByLabel("API key").fill(key);
  await dialog.getByRole("radio", { name: mode, exact: true }).check();
  await dialog.getByLabel("Further samples").fill("0");
  await dialog.getByRole("button", { name: "Save and test" }).click();
  await expect(dialog).toBeHidden();
}

/** Specs share one desk: none may find the model of another. */
export async function removeProvider(page: Page) {
  await page.goto("/settings/models");
  await page.getByRole("button", { name: `Remove ${PROVIDER}` }).click();
  await expect(page.getByText("No model is configured")).toBeVisible();
}

/** A model in this process; as `provider` the desk drafts with it. */
export const test = base.extend<{ stub: LlmStub; provider: LlmStub }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  stub: async ({}, use) => {
    const stub = await startLlmStub();
    await use(stub);
    await stub.close();
  },
  provider: async ({ stub, signedIn }, use) => {
    const admin = await signedIn("admin");
    await addProvider(admin, stub, "On");
    await expect(providerIn(admin)).toContainText("answered in");
    await use(stub);
    await removeProvider(admin);
  },
});
