import { expect, test } from "./fixtures";

/** What only the code of menus holds. */
const MENU_CODE = "DropdownMenuContent";

test("a menu whose code can't be fetched says so, and opens when it is tried again", async ({
  signedIn,
}) => {
  const page = await signedIn("agent");
  let lost = true;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const isMenu = (await response.text()).includes(MENU_CODE);
    await (lost && isMenu ? route.abort() : route.fulfill({ response }));
  });
  await page.goto("/queue/open");
  await page.getByRole("region", { name: "All open" }).getByRole("link").first().click();
  const more = page.getByRole("button", { name: "More", exact: true });
  const told = page.getByText("This part of the page could not be fetched");
  await more.click();
  await expect(told).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(more).toHaveAttribute("aria-expanded", "false");

  lost = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
});

test("a ticket comes whole, whether the server has drawn one before or not", async ({
  signedIn,
}) => {
  const page = await signedIn("agent");
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto("/queue/open");
  await page.getByRole("region", { name: "All open" }).getByRole("link").first().click();
  await page.waitForURL(/\/queue\/open\/t_/);
  for (const _visit of ["first", "second"]) {
    await page.reload();
    await expect(page.getByRole("log", { name: "Conversation" })).toBeVisible();
    // Whatever stands here was drawn by the server, or once the page was alive.
    await expect(page.getByRole("region", { name: "Customer and ticket" })).toBeVisible();
    await page.getByRole("button", { name: "Full timeline" }).click();
    await expect(page.getByRole("button", { name: "Full timeline", pressed: true })).toBeVisible();
  }
  expect(errors).toEqual([]);
});
