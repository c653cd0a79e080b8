import { expect, test } from "./fixtures";

test("health is open to everyone, and tells nothing of the desk", async ({ request }) => {
  for (const path of ["/api/health/live", "/api/health/ready"]) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(Object.keys(await answer.json())).toEqual(["status"]);
  }
});

test("metrics are not there without a token in the settings", async ({ request }) => {
  const answer = await request.get("/api/metrics", { headers: { authorization: "Bearer guess" } });
  expect(answer.status()).toBe(404);
});

test("every answer to a machine names its request", async ({ request }) => {
  const answer = await request.get("/api/queues", { headers: { "x-request-id": "trace-0001" } });
  expect(answer.status()).toBe(401);
  expect(answer.headers()["x-request-id"]).toBe("trace-0001");
});

test("an address with broken escapes is refused, not a fault of ours", async ({ request }) => {
  const answer = await request.get("/queue/%E0%A4%A");
  expect(answer.status()).toBe(400);
});

test("sign-in reads no more than a form needs", async ({ request }) => {
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { email: "mina@example.org", password: "x".repeat(20_000) },
  });
  expect(answer.status()).toBe(413);
});

test("a forwarded host that no proxy of ours wrote is ignored", async ({ request }) => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  const providers = await request.get("/api/auth/providers", { headers });
  expect(await providers.text()).not.toContain("evil.example");

  const page = await request.get("/queue/open", { headers, maxRedirects: 0 });
  expect(page.headers().location ?? "").not.toContain("evil.example");
});

test("the live stream ends when the person signs out", async ({ signedIn, desk, unique }) => {
  const page = await signedIn("agent");
  await page.goto("/queue/mine");
  const other = await page.context().newPage();
  await other.goto("/api/health/live"); // of the same origin, and it leads nowhere else
  let ended = false;
  const stream = other.evaluate(async () => {
    const reader = (await fetch("/api/live")).body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
  });
  void stream.then(() => {
    ended = true;
  });

  await page.getByRole("button", { name: /: account$/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await expect
    .poll(async () => {
      const subject = unique("after sign-out");
      await desk.ingest({
        external_id: subject,
        channel: "email",
        customer_email: `${unique("jo")}@example.org`,
        subject,
        body: "Is anybody still listening?",
      });
      return ended;
    })
    .toBe(true);
});
