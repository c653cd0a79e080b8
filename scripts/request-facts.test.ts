import { describe, expect, test } from "vitest";
import { readable, tellWhoAsks } from "./request-facts.mjs";

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

test.each(["/%E0%A4%A", "/queue/%", "/a%zz?b=1", "/?q=%C0%AF"])("refuses %s", (url) =>
  expect(readable(url)).toBe(false),
);

test.each(["/", "/queue/open?sort=newest", "/a%20b", undefined])("reads %s", (url) =>
  expect(readable(url)).toBe(true),
);
