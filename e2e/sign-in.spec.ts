import { expect, signIn, test } from "./fixtures";

test("people sign in with their own password, and only with it", async ({ page, desk }) => {
  const agent = desk.people.find((person) => person.role === "agent");
  if (!agent) throw new Error("the desk printed no agent");

  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(agent.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();

  await page.getByLabel("Password").fill(agent.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
});

test("signing in leads to the page that was asked for", async ({ page, desk }) => {
  const [person] = desk.people;
  if (!person) throw new Error("the desk printed nobody");

  await page.goto("/queue/held");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page).toHaveURL(/\/queue\/held$/);
});

test("signing out ends the session on the server too", async ({ page, desk }) => {
  const [person] = desk.people;
  if (!person) throw new Error("the desk printed nobody");
  await signIn(page, person);
  const cookies = await page.context().cookies();

  await page.getByRole("button", { name: /: account$/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await page.context().addCookies(cookies); // a thief who kept the cookie
  const answer = await page.request.get("/api/queues?queue=open");
  expect(answer.status()).toBe(401);
});

test("only admins see the settings", async ({ signedIn }) => {
  const agent = await signedIn("agent");
  await agent.goto("/queue/mine");
  await expect(agent.getByRole("navigation", { name: "Desk" })).toBeVisible();
  await expect(agent.getByRole("link", { name: "Settings", exact: true })).toBeHidden();

  const admin = await signedIn("admin");
  await admin.goto("/queue/mine");
  await expect(admin.getByRole("link", { name: "Settings", exact: true })).toBeVisible();
});
