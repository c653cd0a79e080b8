import { APICallError, StreamProviderError } from "ai";
import { describe, expect, test } from "vitest";
import { failureOf } from "./faults";

const NOW = new Date("2026-11-21T12:00:00.000Z");

const call = (statusCode: number | undefined, responseBody = "", more: object = {}) =>
  new APICallError({
    ...{ message: "failed", url: "http://model.example", requestBodyValues: {} },
    ...{ statusCode, responseBody, ...more },
  });

const socket = (code: string) => Object.assign(new Error("failed"), { code });

describe("failureOf", () => {
  test.each([
    [401, "", "unauthorised"],
    [403, "", "refused"],
    [403, '{"error":{"code":"unsupported_country_region_territory"}}', "refused"],
    [404, "", "unknown_model"],
    [400, '{"error":{"code":"model_not_found"}}', "unknown_model"],
    [400, '{"error":{"message":"Bad: my model 5 was not found"}}', "unavailable"],
    [400, "no such model", "unavailable"],
    [400, '{"error":{"code":"context_length_exceeded"}}', "too_long"],
    [400, "prompt is too long: 210000 tokens > 200000 maximum", "too_long"],
    [413, "", "too_long"],
    [400, "response_format is not supported by this model", "bad_output"],
    [400, "triggering Azure OpenAI's content management policy", "refused"],
    [408, "", "timeout"],
    [429, "", "rate_limited"],
    [500, "", "unavailable"],
    [503, "the model is loading", "unavailable"],
    [422, "", "unavailable"],
    [307, "", "unreachable"],
    [200, "<html>", "bad_output"],
    [undefined, "", "unreachable"],
    [400, '{"error":{"code":400,"details":[{"reason":"API_KEY_INVALID"}]}}', "unauthorised"],
    [400, '{"error":{"code":400,"message":"Is API_KEY_INVALID my key?"}}', "unavailable"],
    [400, '{"error":{"message":"Your credit balance is too low to go on."}}', "rate_limited"],
    [402, '{"error":{"type":"billing_error"}}', "rate_limited"],
    [529, '{"error":{"type":"overloaded_error"}}', "unavailable"],
  ] as const)("%s %s is %s", (status, body, fault) => {
    expect(failureOf(call(status, body), NOW).fault).toBe(fault);
  });

  test("reads Retry-After as seconds and as a date", () => {
    const pauseFor = (value: string) =>
      failureOf(call(429, "", { responseHeaders: { "retry-after": value } }), NOW).pauseMs;
    expect(pauseFor("3")).toBe(3000);
    expect(pauseFor("Sat, 21 Nov 2026 12:00:07 GMT")).toBe(7000);
    expect(pauseFor("soon")).toBeUndefined();
  });

  test("reads a pause that stands in the details, and takes no quota of a minute for a bill", () => {
    const said = (details: object[]) =>
      JSON.stringify({ error: { message: "quota: check your plan and billing", details } });
    const waits = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1.5s" };
    expect(failureOf(call(429, said([waits])), NOW)).toMatchObject({ pauseMs: 1500 });
    expect(failureOf(call(429, said([waits])), NOW).again).toBeUndefined();
    expect(failureOf(call(429, said([])), NOW).again).toBe(false);
  });

  test.each([
    [{ statusCode: 529, type: "overloaded_error" }, "unavailable"],
    [{ statusCode: 429 }, "rate_limited"],
    [{ statusCode: 401 }, "unauthorised"],
    [{ type: "server_error" }, "unavailable"],
    [{ type: "something" }, "cut_off"],
  ] as const)("an error in a stream counts as what it would have been: %j", (told, fault) => {
    const data = { ...told, message: "Mina Okafor" };
    const failed = failureOf(new StreamProviderError({ ...told, message: "x", data }), NOW);
    expect(failed.fault).toBe(fault);
    expect(failed.words).not.toContain("Mina");
  });

  test("reads the code of an error in a stream, too", () => {
    expect(failureOf({ code: "model_not_found", message: "x" }, NOW).fault).toBe("unknown_model");
    expect(failureOf({ message: "model A was not found" }, NOW).fault).toBe("cut_off");
  });

  test("one request that is forbidden says nothing about the others", () => {
    expect(failureOf(call(403), NOW)).toMatchObject({ answered: true, again: false });
  });

  test("does not try again what can’t pass by itself", () => {
    expect(failureOf(call(429, "insufficient_quota"), NOW).again).toBe(false);
    expect(failureOf(call(422), NOW).again).toBe(false);
    expect(failureOf(call(301), NOW).again).toBe(false);
  });

  test("tells a server that is not there from one that hung up", () => {
    const cause = new Error("fetch failed", { cause: socket("ECONNREFUSED") });
    expect(failureOf(call(undefined, "", { cause }), NOW).fault).toBe("unreachable");
    expect(failureOf(call(200, "", { cause: socket("UND_ERR_SOCKET") }), NOW).fault).toBe(
      "cut_off",
    );
    expect(failureOf(new TypeError("terminated"), NOW).fault).toBe("cut_off");
  });

  test("repeats nothing of what a provider says: it may quote the request", () => {
    const { words } = failureOf(call(400, "the text of Mina Okafor is bad"), NOW);
    expect(words).not.toContain("Mina");
  });
});
