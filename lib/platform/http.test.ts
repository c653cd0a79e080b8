import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "./errors";
import { apiRoute, jsonRoute } from "./http";
import { metricsText } from "./metrics";

const get = (url: string, headers: Record<string, string> = {}) =>
  new Request(`http://desk.test${url}`, { headers });

describe("apiRoute", () => {
  test("answers with a request id: the caller's where it is plain, else one of ours", async () => {
    const route = apiRoute(async () => Response.json({}));
    const id = async (given: string) =>
      (await route(get("/api/x", { "x-request-id": given }))).headers.get("x-request-id");

    expect(await id("abc-12345")).toBe("abc-12345");
    expect(await id("a b <script>")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("makes problem documents of what is thrown, with the id", async () => {
    const route = apiRoute(async () => {
      throw new AppError("rate_limited", "Slow down.", { retryAfter: 7 });
    });
    const response = await route(get("/api/x"));

    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(response.headers.get("x-request-id")).toBeTruthy();
    expect(await response.json()).toMatchObject({ code: "rate_limited", instance: "/api/x" });
  });

  test.each(["53100", "57P01", "ECONNREFUSED", "CONNECTION_CLOSED", "ENOSPC"])(
    "a database that can't work (%s) is 503 with a time to come again",
    async (code) => {
      const cause = Object.assign(new Error("secret"), { code });
      const route = apiRoute(async () => {
        throw new Error("Failed query", { cause });
      });
      const response = await route(get("/api/x"));

      expect(response.status).toBe(503);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await response.text()).not.toContain("secret");
    },
  );

  test("its latency is kept by the name of the route, never by the ids in it", async () => {
    const route = apiRoute(async () => Response.json({}));
    const params = Promise.resolve({ id: "t_secret one" });
    await route(get("/api/things/t_secret%20one/parts"), { params });

    const text = await metricsText([]);
    expect(text).toContain('route="/api/things/[id]/parts",status="200"');
    expect(text).not.toContain("secret");
  });
});

test("a route refuses a NUL in its address before anybody is looked up", async () => {
  const Query = z.object({ q: z.string() });
  const route = jsonRoute({ query: Query, result: Query }, async (_, query) => query);
  const response = await route(get("/api/x?q=a%00b"));

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: [{ field: "q" }] });
});
