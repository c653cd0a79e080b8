import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { readParameters } from "./parameters";
import { checkTemplate, fill } from "./template";

const NAMES = ["order_id", "note", "amount"];
const BOUND = {
  "customer.email": "mina+1@acme.example",
  "account.id": "acc-1",
  "account.name": null,
};
const template = (url: string, body = "", method: "GET" | "POST" = body ? "POST" : "GET") => ({
  ...{ method, url, body },
});
const API = "https://api.shop.example/v1/orders/{order_id}?email={customer.email}&note={note}";

describe("a template", () => {
  test("names the host that it calls", () => {
    expect(checkTemplate(template(API), NAMES)).toBe("api.shop.example");
    expect(checkTemplate(template("http://127.0.0.1:8080/x"), NAMES)).toBe("127.0.0.1:8080");
    expect(checkTemplate(template("https://API.shop.example:443/x"), NAMES)).toBe(
      "api.shop.example",
    );
  });

  test.each([
    ["https://{order_id}.shop.example/x"],
    ["https://{order_id}/x"],
    ["{order_id}://shop.example/x"],
    ["https://shop.example:{order_id}/x"],
    ["https://u:{order_id}@shop.example/x"],
    ["https://u:p@shop.example/x"],
    ["https://shop.example/x#{order_id}"],
    ["https://shop.example/x?{order_id}=1"],
    ["https://shop.example/{unknown}"],
    ["https://shop.example/{customer.password}"],
    ["https://shop.example/{order_id"],
    ["https:\\\\shop.example/x"],
    ["ftp://shop.example/x"],
    ["//shop.example/x"],
    ["/x"],
  ])("%s is refused", (url) => {
    expect(() => checkTemplate(template(url), NAMES)).toThrow(
      expect.objectContaining({ field: "url" }),
    );
  });

  test.each([["{order_id}"], ['{"a": {order_id}}'], ['{"{order_id}": 1}'], ['{"a": "{who}"}']])(
    "the body %s is refused",
    (body) => {
      const at = template("https://shop.example/x", body);
      expect(() => checkTemplate(at, NAMES)).toThrow(expect.objectContaining({ field: "body" }));
    },
  );
});

describe("whose data it is", () => {
  const must = expect.objectContaining({ field: "url", message: expect.stringMatching(/whose/) });

  test.each([
    ["https://shop.example/orders/{order_id}", ""],
    ["https://shop.example/orders/{order_id}?ticket={ticket.number}&t={ticket.id}", ""],
    ["https://shop.example/x", '{"order":"{order_id}"}'],
  ])("%s with the body %j says it nowhere, and is neither saved nor filled", (url, body) => {
    expect(() => checkTemplate(template(url, body), NAMES)).toThrow(must);
    expect(() => fill(template(url, body), { order_id: "1" }, BOUND)).toThrow(must);
  });

  test("stands in the path, the query or the body; without values of the model it need not", () => {
    for (const [url, body = ""] of [
      ["https://shop.example/{account.id}/{order_id}"],
      ["https://shop.example/{order_id}?of={customer.email}"],
      ["https://shop.example/x", '{"of":"{customer.id}","order":"{order_id}"}'],
      ["https://shop.example/status"],
    ] as const) {
      expect(checkTemplate(template(url, body), NAMES)).toBe("shop.example");
    }
  });

  test("a customer of whom nothing is known is not asked about", () => {
    const at = template("https://shop.example/x?of={account.name}&order={order_id}");
    expect(() => fill(at, { order_id: "1" }, BOUND)).toThrow(/whose/);
  });
});

describe("a value beside other words", () => {
  const query = template("https://shop.example/x?q=customer:{account.id}+order:{order_id}");
  const body = template(
    "https://shop.example/x",
    '{"query":"customer = \\"{account.id}\\" AND order = \\"{order_id}\\"","note":"{note}"}',
  );
  const path = template("https://shop.example/{account.id}/Orders('{order_id}')");

  test.each(["1 OR customer:*", '" OR 1=1 --', "1')", "OR", "not", "a*", "{x}"])(
    "%j can't change a query",
    (order_id) => {
      for (const at of [query, body, path]) {
        expect(() => fill(at, { order_id, note: "" }, BOUND)).toThrow(/beside other words/);
      }
    },
  );

  test("what is no more than a value stands there; alone, anything may", () => {
    expect(fill(query, { order_id: "A-1.b@c_d" }, BOUND).url).toMatch(/order:A-1.b%40c_d$/);
    const filled = fill(body, { order_id: "A-1", note: '" OR 1=1' }, BOUND);
    expect(JSON.parse(filled.body ?? "").note).toBe('" OR 1=1');
  });

  test("nor can the name of an account", () => {
    const at = template("https://shop.example/x?q=of:{account.name}");
    expect(fill(at, {}, { "account.name": "Größe-2" }).url).toMatch(/of:Gr/);
    expect(() => fill(at, {}, { "account.name": "a OR of:*" })).toThrow(/beside/);
  });
});

describe("filling", () => {
  test("encodes values, and what code binds stands above what the model gives", () => {
    const values = { order_id: "A 1&x=2", note: "a=b&email=evil@x#y" };
    expect(fill(template(API), { ...values, "customer.email": "evil@x" }, BOUND).url).toBe(
      "https://api.shop.example/v1/orders/A%201%26x%3D2?email=mina%2B1%40acme.example&note=a%3Db%26email%3Devil%40x%23y",
    );
  });

  test.each(["..", ".", "../x", "a/b", "a\\b", "", " ", "..%2f", "a\nb"])(
    "the value %j can't change the path",
    (order_id) => {
      expect(() => fill(template(API), { order_id, note: "" }, BOUND)).toThrow();
    },
  );

  test("a value never given is missing, whatever its name", () => {
    const at = template("https://shop.example/{constructor}?of={account.id}");
    expect(() => fill(at, {}, BOUND)).toThrow(/missing/);
  });

  test("a body stays the JSON that it was, and a value alone keeps its type", () => {
    const body =
      '{"order":"{order_id}","sum":"{amount}","who":["{account.id}"],"name":"{account.name}"}';
    const values = { order_id: '","account":"victim', amount: 12.5 };
    const filled = fill(template("https://shop.example/x", body), values, BOUND);
    expect(JSON.parse(filled.body ?? "")).toEqual({
      order: '","account":"victim',
      sum: 12.5,
      who: ["acc-1"],
      name: null,
    });
  });

  test("whatever a model gives, scheme, host, segments and names of the query stay", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        (order_id, note) => {
          let url: URL;
          try {
            url = new URL(fill(template(API), { order_id, note }, BOUND).url);
          } catch {
            return; // refused
          }
          expect(url.origin).toBe("https://api.shop.example");
          expect(url.pathname).toMatch(/^\/v1\/orders\/[^/]+$/);
          expect([...url.searchParams.keys()]).toEqual(["email", "note"]);
          expect(url.searchParams.get("email")).toBe("mina+1@acme.example");
          expect(url.hash).toBe("");
        },
      ),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe("parameters", () => {
  const schema = {
    type: "object",
    properties: {
      order_id: { type: "string", pattern: "^[A-Z]-[0-9]+$", description: "As on the invoice" },
      amount: { type: "number", minimum: 0, maximum: 100 },
      kind: { type: "string", enum: ["a", "b"] },
    },
    required: ["order_id"],
  };

  test("take what fits, and nothing else", () => {
    const { check } = readParameters(schema);
    expect(check({ order_id: "A-1", amount: 5, kind: "a" })).toEqual({
      values: { order_id: "A-1", amount: 5, kind: "a" },
    });
    for (const given of [
      {},
      { order_id: "a" },
      { order_id: 1 },
      { order_id: "A-1", more: 1 },
      { order_id: "A-1", "account.id": "victim" },
      { order_id: "A-1", amount: 101 },
      { order_id: "A-1", kind: "c" },
      { order_id: `A-${"1".repeat(600)}` },
      { order_id: { $ne: 1 } },
      [],
      "A-1",
      null,
    ]) {
      expect(check(given)).toHaveProperty("wrong");
    }
  });

  test("what is wrong with them repeats nothing of what was given", () => {
    const { check } = readParameters(schema);
    const said = "Your balance of 50000 EUR";
    for (const given of [
      { order_id: "A-1", [said]: 1 },
      { order_id: said },
      { order_id: "A-1", kind: said },
      { order_id: "A-1", amount: said },
      { [said]: { [said]: said } },
      said,
      [said],
    ]) {
      const found = check(given);
      expect(found).toHaveProperty("wrong");
      expect(JSON.stringify(found)).not.toContain("50000");
    }
  });

  test("tell the model that nothing else may be given", () => {
    expect(readParameters(schema).schema).toMatchObject({ additionalProperties: false });
  });

  test.each([
    [{ type: "array" }],
    [{ type: "object", properties: { a: { type: "object" } } }],
    [{ type: "object", properties: { a: { type: "array" } } }],
    [{ type: "object", properties: { "a.b": { type: "string" } } }],
    [{ type: "object", properties: { a: { type: "string", pattern: "(" } } }],
    [{ type: "object", properties: { a: { $ref: "#" } } }],
    [{ type: "object", properties: {}, additionalProperties: true }],
    [{ type: "object", properties: {}, required: ["b"] }],
    [{ type: "object", properties: {}, allOf: [] }],
  ])("%j is refused when it is saved", (bad) => {
    expect(() => readParameters(bad)).toThrow();
  });

  test("a pattern that would never end ends", () => {
    const slow = { type: "object", properties: { a: { type: "string", pattern: "^(a+)+$" } } };
    const ms = cpuMs(() => {
      const checked = readParameters(slow).check({ a: `${"a".repeat(499)}!` });
      expect(checked).toHaveProperty("wrong");
    });
    expect(ms).toBeLessThan(500);
  });
});
