import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../platform/errors";
import { subjectOf } from "./model";
import { readRequest } from "./read-request";

const NOW = new Date("2026-11-21T10:00:00Z");
const JSON_TYPE = "application/json";

const bill = (event: object) => ({
  account: {
    id: "acme",
    billing_events: [{ kind: "refund", at: "2026-11-20T09:00:00Z", ...event }],
  },
});

const GOOD = {
  external_id: "email-msg-7Qd1",
  channel: "email",
  customer_email: "mina@example.org",
  subject: "Dashboard shows 403",
  body: "Since yesterday I get a 403 when I sign in.",
};

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (body: unknown) => readRequest(bytesOf(JSON.stringify(body)), JSON_TYPE, NOW);

/** Code and fields of the refusal. */
function refusal(run: () => unknown): { code: string; fields: string[] } {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) {
      return { code: error.code, fields: Object.keys(error.fields ?? {}) };
    }
    throw error;
  }
  return { code: "accepted", fields: [] };
}

const invalid = (field: string) => ({ code: "invalid", fields: [field] });

describe("a request", () => {
  test("is read; what it does not say gets its default", () => {
    expect(read({ ...GOOD, nonsense: 1, conversation_id: null }).input).toEqual({
      ...GOOD,
      kind: "message",
      tags: [],
      historic: false,
      attachments: [],
      conversation_history: [],
      tools_executed: [],
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ["external_id", { external_id: undefined }],
    ["external_id", { external_id: "" }],
    ["external_id", { external_id: "  " }],
    ["external_id", { external_id: "x".repeat(256) }],
    ["external_id", { external_id: 17 }],
    ["external_id", { external_id: "a\r\nb" }],
    ["conversation_id", { conversation_id: "a\nb" }],
    ["in_reply_to", { in_reply_to: "a\rb" }],
    ["channel", { channel: "pigeon" }],
    ["customer_email", { customer_email: undefined }],
    ["customer_email", { customer_email: "not an address" }],
    ["customer_email", { customer_email: "a@example.org\r\nBcc: b@example.org" }],
    ["customer_email", { customer_email: "a@example.org\n" }],
    ["customer_name", { customer_name: "Mina\nBcc: b@example.org" }],
    ["customer_name", { customer_name: "x".repeat(256) }],
    ["subject", { subject: "one\r\ntwo" }],
    ["subject", { subject: "one\u2028two" }],
    ["subject", { subject: "x".repeat(999) }],
    ["body", { body: undefined }],
    ["body", { body: " \n\t\u200b " }],
    ["body", { body: ["text"] }],
    ["tags", { tags: Array.from({ length: 51 }, (_, n) => `tag${n}`) }],
    ["tags.0", { tags: ["x".repeat(65)] }],
    ["tags", { tags: "vip" }],
    ["priority", { priority: "asap" }],
    ["created_at", { created_at: "2026-11-21T10:02:00Z" }],
    ["created_at", { created_at: "yesterday" }],
    ["created_at", { created_at: "0000-01-01T00:00:00Z" }],
    ["historic", { historic: "yes" }],
    ["attachments.0", { attachments: ["file:///etc/passwd"] }],
    ["metadata", { metadata: "text" }],
    ["page", { page: "javascript:alert(1)" }],
    ["kind", { kind: "order" }],
    ["resolution_state", { kind: "outcome" }],
    ["duplicate_of", { kind: "outcome", resolution_state: "duplicate" }],
    ["account", { account: "person:mina@example.org" }],
    ["account.tier", { account: { id: "acme", tier: "gold" } }],
    ["account.seats", { account: { id: "acme", seats: 1.5 } }],
    ["account.trial_until", { account: { id: "acme", trial_until: "tomorrow" } }],
    ["account.usage.projects", { account: { id: "acme", usage: { projects: "many" } } }],
    ["account.onboarding_steps.0.step", { account: { id: "acme", onboarding_steps: [{}] } }],
    ["account.billing_events.0.kind", bill({ kind: "gift" })],
    ["account.billing_events.0.currency", bill({ amount_cents: 100 })],
    ["account.billing_events.0.amount_cents", bill({ amount_cents: 0.5, currency: "EUR" })],
    ["conversation_history.0.role", { conversation_history: [{ role: "x", content: "hi" }] }],
    ["conversation_history.0.content", { conversation_history: [{ role: "user" }] }],
    ["subject", { subject: "a\u0000b" }],
    ["metadata.deep.0", { metadata: { deep: ["\ud800"] } }],
    ["unknown", { unknown: "\u0000" }],
  ])("names the field %s", (field, change) => {
    expect(refusal(() => read({ ...GOOD, ...change }))).toEqual(invalid(field));
  });

  test("names every bad field at once", () => {
    const bad = { ...GOOD, channel: "pigeon", customer_email: "no", body: "" };
    expect(refusal(() => read(bad)).fields.sort()).toEqual(["body", "channel", "customer_email"]);
  });

  test("allows a clock to be a minute ahead", () => {
    expect(read({ ...GOOD, created_at: "2026-11-21T10:00:59Z" }).input.created_at).toBeDefined();
  });

  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["half a document", bytesOf('{"external_id": ')],
    ["a form", bytesOf("external_id=1")],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
    ["a NUL byte", bytesOf('{"a": "\u0000"}')],
    ["deep nesting", bytesOf(`{"a": ${"[".repeat(400_000)}${"]".repeat(400_000)}}`)],
  ])("that is %s is malformed", (_, bytes) => {
    expect(refusal(() => readRequest(bytes, JSON_TYPE, NOW)).code).toBe("malformed");
  });

  test.each(["[]", "17", "null", '"text"'])("must be an object, not %s", (text) => {
    expect(refusal(() => readRequest(bytesOf(text), JSON_TYPE, NOW)).code).toBe("invalid");
  });

  test.each([
    null,
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
  ])("of the type %s is not supported", (type) => {
    const bytes = bytesOf(JSON.stringify(GOOD));
    expect(refusal(() => readRequest(bytes, type, NOW)).code).toBe("unsupported");
  });

  test.each(["application/json; charset=UTF-8", "application/cloudevents+json"])(
    "of the type %s is read",
    (type) => {
      expect(readRequest(bytesOf(JSON.stringify(GOOD)), type, NOW).input.channel).toBe("email");
    },
  );

  test("can't set a prototype", () => {
    const text = `{"__proto__": {"historic": true}, "metadata": {"__proto__": {"x": 1}, "y": 2}, ${JSON.stringify(GOOD).slice(1)}`;
    const { input } = readRequest(bytesOf(text), JSON_TYPE, NOW);
    expect(input.historic).toBe(false);
    expect(Object.entries(input.metadata ?? {})).toEqual([["y", 2]]);
    expect(Object.getPrototypeOf(input.metadata)).toBe(Object.prototype);
  });

  test("whatever the bytes, is read or refused", () => {
    const value = fc.anything({ withNullPrototype: false, maxDepth: 4 });
    const fields = fc.dictionary(
      fc.constantFrom(
        ...Object.keys(GOOD),
        "tags",
        "page",
        "metadata",
        "conversation_history",
        "created_at",
        "kind",
        "account",
        "__proto__",
        "attachments",
      ),
      value,
    );
    fc.assert(
      fc.property(fields, fc.boolean(), (change, whole) => {
        const body = whole ? { ...GOOD, ...change } : change;
        let text: string;
        try {
          text = JSON.stringify(body) ?? "";
        } catch {
          return; // big integers can't be sent
        }
        refusal(() => readRequest(bytesOf(text), JSON_TYPE, NOW));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        refusal(() => readRequest(bytes, JSON_TYPE, NOW));
      }),
      { numRuns: 300 },
    );
  });
});

test("a subject is made of the body where there is none", () => {
  const body = `${"word ".repeat(30)}`;
  expect(subjectOf({ kind: "message", body: "Short\nand two lines" })).toBe("Short and two lines");
  expect(subjectOf({ kind: "message", body })).toMatch(/^(word )+word…$/);
  expect(subjectOf({ kind: "message", subject: "Given", body })).toBe("Given");
});
