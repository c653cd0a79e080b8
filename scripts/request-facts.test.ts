import { describe, expect, test } from "vitest";
import { guardScripts, readable, tellWhoAsks } from "./request-facts.mjs";

const requestWith = (headers: Record<string, string>) => ({
  url: "/queue/open?x=1",
  headers: { ...headers } as Record<string, string | undefined>,
  socket: { remoteAddress: "203.0.113.7" },
});

describe("tellWhoAsks", () => {
  test("says who asks and for what, whatever the client says", () => {
    const request = requestWith({ "x-deskhand-peer": "10.0.0.1", "x-deskhand-path": "/evil" });
    tellWhoAsks(request, 0);
    expect(request.headers).toMatchObject({
      "x-deskhand-peer": "203.0.113.7",
      "x-deskhand-path": "/queue/open?x=1",
    });
  });

  test("believes a forwarded host only where a proxy of ours stands in front", () => {
    const forwarded = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    const direct = requestWith(forwarded);
    tellWhoAsks(direct, 0);
    expect(direct.headers).not.toHaveProperty("x-forwarded-host");
    expect(direct.headers).not.toHaveProperty("x-forwarded-proto");

    const behind = requestWith(forwarded);
    tellWhoAsks(behind, 1);
    expect(behind.headers).toMatchObject(forwarded);
  });
});

test.each(["/%E0%A4%A", "/queue/%", "/a%zz?b=1", "/?q=%C0%AF", "/customers?q=a%00b", "/queue/%00"])(
  "refuses %s",
  (url) => expect(readable(url)).toBe(false),
);

test.each(["/", "/queue/open?sort=newest", "/a%20b", undefined])("reads %s", (url) =>
  expect(readable(url)).toBe(true),
);

describe("guardScripts", () => {
  const guarded = (sent: Record<string, string> = {}) => {
    const request = { headers: { ...sent } as Record<string, string | undefined> };
    const told = new Map<string, string>();
    const response = { setHeader: (name: string, value: string) => told.set(name, value) };
    guardScripts(request, response);
    return { request, policy: told.get("content-security-policy") ?? "" };
  };

  test("lets scripts run by a nonce of this very answer", () => {
    const { request, policy } = guarded();
    const nonce = request.headers["x-deskhand-nonce"];
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(guarded().policy).not.toBe(policy);
  });

  test("no client chooses it", () => {
    const chosen = "script-src 'nonce-AAAA'";
    const { request, policy } = guarded({
      "content-security-policy": chosen,
      "content-security-policy-report-only": chosen,
      "x-deskhand-nonce": "AAAA",
    });
    expect(request.headers["content-security-policy"]).toBe(policy);
    expect(JSON.stringify(request.headers)).not.toContain("AAAA");
  });
});
