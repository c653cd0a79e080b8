import { describe, expect, test } from "vitest";
import { secretsIn } from "./headers";
import { withoutKeys } from "./keys";
import { checkTemplate } from "./template";

const NAMES = ["order_id"];
const template = (url: string, body = "") =>
  ({ method: body ? "POST" : "GET", url, body }) as const;

describe("keys", () => {
  test.each([
    ["https://shop.example/x?api_key=abc", ""],
    ["https://shop.example/x?of={account.id}&access-token=abc", ""],
    ["https://shop.example/x?key=abc", ""],
    ["https://shop.example/x", '{"auth":{"client_secret":"abc"}}'],
    ["https://shop.example/v1/sk-live-4f9d8a7b6c5e/orders/{account.id}", ""],
    ["https://shop.example/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/x", ""],
    ["https://shop.example/services/T00/B00/k2JhdG9rZW5XaXRoMjRTaWdu", ""],
    ["https://shop.example/%73k_live_4f9d8a7b6c5e/x", ""],
    ["https://shop.example/token/abcd1234/orders/{account.id}", ""],
    [`https://shop.example/hooks/${"0f".repeat(20)}`, ""],
    ["https://shop.example/x?of={account.id}&k=ghp_0123456789abcdefABCDEF", ""],
    ["https://shop.example/x", '{"of":"{account.id}","note":"xoxb-1234-5678-abcdef"}'],
  ])("stand in no URL and in no body: %s %s", (url, body) => {
    expect(() => checkTemplate(template(url, body), NAMES)).toThrow(/use a header/);
  });

  test("names that only look so may", () => {
    const url = "https://shop.example/x?sort_key=a&keyword=b&page_token={order_id}&of={account.id}";
    expect(checkTemplate(template(url), NAMES)).toBe("shop.example");
  });

  test.each([
    "/api/v2/customers/{customer.id}/orders-and-subscriptions",
    "/accounts/0f8fad5b-d9cd-469f-a165-70867728950e/{account.id}",
    "/accounts/023e105f4ecef8ad9ca31a8372d0c353/{account.id}",
    "/auth/v1/key/{order_id}/of/{account.id}",
    "/ShopBackendOrdersController/{account.id}/sk-lookup",
    "/2026-11/orders.json?of={account.id}&fields=id,state,created_at_min",
  ])("names and ids in a path are none: %s", (path) => {
    expect(checkTemplate(template(`https://shop.example${path}`), NAMES)).toBe("shop.example");
  });

  test("of tools that are older are not shown", () => {
    const url = "https://shop.example/x?of=1&api_key=abc&q=2";
    expect(withoutKeys(url)).toBe("https://shop.example/x?of=1&api_key=[hidden]&q=2");
    expect(withoutKeys("https://shop.example/v1/sk-live-4f9d8a7b6c5e/orders/7")).toBe(
      "https://shop.example/v1/[hidden]/orders/7",
    );
  });

  test("in headers are known whole, in words, and decoded", () => {
    const basic = Buffer.from("desk:pa5s").toString("base64");
    const secrets = secretsIn({
      ...{ Authorization: `Basic ${basic}`, "X-Pin": "1234", "X-Key": "Token abcdefgh" },
      ...{ "X-A": "abc", Accept: "text/plain", "Api-Version": "2024" },
    });
    for (const secret of [basic, "desk:pa5s", "pa5s", "1234", "Token abcdefgh", "abcdefgh"]) {
      expect(secrets).toContain(secret);
    }
    for (const none of ["abc", "desk", "Token", "Basic", "text/plain", "2024"]) {
      expect(secrets).not.toContain(none);
    }
    expect(secrets.map(({ length }) => length)).toEqual(
      secrets.map(({ length }) => length).sort((a, b) => b - a),
    );
  });
});
