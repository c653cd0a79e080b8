import { expect, test } from "./fixtures";

/** Pages and reads that only admins have. */
const PAGES = ["ai", "rules", "sla", "people", "connections", "labels", "content", "audit", "jobs"];
const READS = [
  "/api/rules",
  "/api/rules/versions",
  "/api/settings/audit",
  "/api/settings/connections",
  "/api/settings/labels",
  "/api/settings/people",
  "/api/settings/sla",
  "/api/settings/system",
  "/api/jobs",
];

test("an agent gets no settings: no page, no action, no API", async ({ signedIn }) => {
  const [admin, agent] = [await signedIn("admin"), await signedIn("agent")];
  await agent.goto("/queue/mine");
  await expect(agent.getByRole("navigation", { name: "Desk" })).toBeVisible();
  await expect(agent.getByRole("link", { name: "Settings", exact: true })).toHaveCount(0);
  for (const name of PAGES) {
    await agent.goto(`/settings/${name}`);
    await expect(agent.getByText("There is nothing here")).toBeVisible();
  }
  for (const path of READS) {
    expect((await agent.request.get(path)).status(), path).toBe(403);
    expect((await admin.request.get(path)).status(), path).not.toBe(403);
  }

  // The action that an admin's browser calls, called word for word with the agent's cookie.
  await admin.goto("/settings");
  const form = admin.getByRole("form", { name: "Undo after sending" });
  const before = await form.getByLabel("Time to undo").inputValue();
  await form.getByLabel("Time to undo").fill(before === "17" ? "18" : "17");
  const calling = admin.waitForRequest((request) => "next-action" in request.headers());
  await admin.route(
    (url) => url.pathname === "/settings",
    (route) => (route.request().method() === "POST" ? route.abort() : route.continue()),
  );
  await form.getByRole("button", { name: "Save" }).click();
  const call = await calling;
  const { cookie: _cookie, ...headers } = call.headers();
  const answer = await agent.request.post("/settings", {
    headers,
    data: call.postDataBuffer() ?? "",
  });
  expect(await answer.text()).toContain('"code":"forbidden"');
  await admin.unrouteAll();
  await admin.reload();
  await expect(form.getByLabel("Time to undo")).toHaveValue(before);
});
